package dev.respool.it.scenarios;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;

/** Calls what it is given and notes what comes back; nobody transformed it. */
public final class PlainRelay {
  private final List<String> seen = new ArrayList<>();

  /** Passes a result on. */
  public Object call(Callable<?> callable) throws Exception {
    Object result = callable.call();
    seen.add("went on with " + result);
    return result;
  }

  /** What it did after the callable returned. */
  public List<String> seen() {
    return seen;
  }
}
