package dev.respool.it.scenarios.plain;

import dev.respool.it.scenarios.lost.Work;
import dev.respool.it.scenarios.lost.Worker;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.invoke.MethodHandles;
import java.util.List;

/** A subclass that forwards to another object, as the proxies of containers do. */
public class Delegator extends Worker {
  private final Work target;
  private final List<String> seen;

  /** Notes what it does after the target returned. */
  public Delegator(Work target, List<String> seen) {
    this.target = target;
    this.seen = seen;
  }

  @Override
  public String work(int amount) {
    String answer = target.work(amount);
    seen.add("foreign went on with " + answer);
    return answer;
  }

  /** The same class once more, hidden from stack walkers that do not ask for such frames. */
  public static Work hidden(Work target, List<String> seen) throws ReflectiveOperationException {
    MethodHandles.Lookup hidden = MethodHandles.lookup().defineHiddenClass(classFile(), true);
    return (Work)
        hidden.lookupClass().getConstructor(Work.class, List.class).newInstance(target, seen);
  }

  private static byte[] classFile() {
    try (InputStream in = Delegator.class.getResourceAsStream("Delegator.class")) {
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
