package dev.respool.benchmarks.tool;

import dev.respool.Coroutine;
import dev.respool.CoroutineBody;
import dev.respool.benchmarks.fork.Told;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Metaspace in use, the space of compressed classes included, after loading the generated classes,
 * after calling their methods, and after each of them has suspended, less that before. To be run in
 * a JVM of its own.
 */
public final class MetaspaceRun {
  private static final MemoryPoolMXBean METASPACE =
      ManagementFactory.getMemoryPoolMXBeans().stream()
          .filter(pool -> pool.getName().equals("Metaspace"))
          .findFirst()
          .orElseThrow();

  private MetaspaceRun() {}

  /** What is done with the methods of the classes. */
  private enum Act {
    LOADED {
      @Override
      void with(CoroutineBody<Integer, Integer> body) {
        // has been done
      }
    },
    CALLED {
      @Override
      void with(CoroutineBody<Integer, Integer> body) {
        Coroutine.create(body).resume(1);
      }
    },
    SUSPENDED {
      @Override
      void with(CoroutineBody<Integer, Integer> body) {
        Coroutine<Integer, Integer> coroutine = Coroutine.create(body);
        coroutine.resume(-1);
        while (!coroutine.isDone()) {
          coroutine.resume();
        }
      }
    };

    abstract void with(CoroutineBody<Integer, Integer> body);
  }

  /**
   * Tells {@code loaded}, {@code called} and, of instrumented classes, {@code suspended}, in bytes
   * for each suspendable method.
   *
   * @param arguments {@code plain} or {@code instrumented}, the number of classes
   */
  public static void main(String[] arguments) {
    List<Act> acts = new ArrayList<>(List.of(Act.values()));
    if (arguments[0].equals("plain")) {
      acts.remove(Act.SUSPENDED);
    }
    CoroutineBody<Integer, Integer> first = GeneratedBodies.body(0);
    for (Act act : acts) {
      act.with(first); // loads what all methods need
    }
    int classes = Integer.parseInt(arguments[1]);
    long before = METASPACE.getUsage().getUsed();
    for (Act act : acts) {
      for (int i = 1; i < classes; i++) {
        act.with(GeneratedBodies.body(i));
      }
      double used = METASPACE.getUsage().getUsed() - before;
      String name = act.name().toLowerCase(Locale.ROOT);
      Told.tell(name, used / (classes - 1) / (GeneratedBodies.METHODS + 1));
    }
  }
}
