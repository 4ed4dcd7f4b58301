package dev.respool.it.scenarios.plain;

import dev.respool.it.scenarios.lost.Work;
import dev.respool.it.scenarios.lost.Worker;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;

/** Calls what it is given and notes what comes back. */
public final class Relay {
  private final List<String> seen;

  public Relay() {
    this(new ArrayList<>());
  }

  /** Notes what it does after what it called returned. */
  public Relay(List<String> seen) {
    this.seen = seen;
  }

  /** Passes a result on. */
  public Object call(Callable<?> callable) throws Exception {
    return wentOn(callable.call());
  }

  /** Has something done. */
  public Object work(Work work) {
    return wentOn(work.work(1));
  }

  /** Has it done by a method that cannot be overridden. */
  public Object workAlone(Worker worker) {
    return wentOn(worker.workAlone(1));
  }

  /** A reference, of which the proxy only forwards. */
  public static Work reference(Worker worker) {
    return worker::work;
  }

  private Object wentOn(Object result) {
    seen.add("foreign went on with " + result);
    return result;
  }

  /** What it did after what it called returned. */
  public List<String> seen() {
    return seen;
  }
}
