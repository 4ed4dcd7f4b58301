package dev.respool.it.memory;

import dev.respool.CloseableIterator;
import dev.respool.Coroutine;
import dev.respool.Generator;
import dev.respool.Suspendable;
import dev.respool.loop.EventLoop;
import dev.respool.loop.Tasks;
import java.time.Duration;

/**
 * Suspends many coroutines: a program for {@link SmallHeap}. Its arguments are a kind, a number of
 * coroutines, and of these how many are kept, {@code all} or {@code none}.
 */
public final class ManySuspended {
  private static final int SIZE = 10_000;

  private ManySuspended() {}

  /** Fails if a coroutine is not suspended in the end. */
  public static void main(String[] arguments) {
    Object[] kept = new Object[arguments[2].equals("all") ? Integer.parseInt(arguments[1]) : 1];
    for (int i = 0; i < Integer.parseInt(arguments[1]); i++) {
      kept[i % kept.length] = suspended(arguments[0]);
    }
    for (Object one : kept) {
      goOn(one);
    }
  }

  private static Object suspended(String kind) {
    return switch (kind) {
      case "coroutine" -> coroutine(1);
      case "deep" -> coroutine(10);
      case "holder" -> holder();
      case "iterator" -> iterator();
      case "task" -> loop();
      default -> throw new IllegalArgumentException(kind);
    };
  }

  private static void goOn(Object suspended) {
    if (suspended instanceof Coroutine<?, ?> co) {
      require(co.status() == Coroutine.Status.SUSPENDED);
      co.resume();
      require(co.isDone());
    } else if (suspended instanceof CloseableIterator<?> iterator) {
      iterator.next();
      require(!iterator.hasNext());
    } else {
      require(((EventLoop) suspended).runPending());
    }
  }

  private static void require(boolean condition) {
    if (!condition) {
      throw new AssertionError();
    }
  }

  private static Coroutine<Object, Object> coroutine(int depth) {
    Coroutine<Object, Object> co = Coroutine.create(first -> sum(depth));
    co.resume();
    return co;
  }

  @Suspendable
  private static int sum(int depth) {
    if (depth == 1) {
      Coroutine.yield();
      return 1;
    }
    return depth + sum(depth - 1);
  }

  private static Object holder() {
    Coroutine<Object, Object> co =
        Coroutine.create(
            first -> {
              byte[] local = new byte[SIZE];
              Coroutine.yield();
              require(local.length == SIZE);
              return null;
            });
    co.resume();
    return co;
  }

  private static Object iterator() {
    CloseableIterator<byte[]> iterator =
        Generator.<byte[]>of(
                g -> {
                  byte[] local = new byte[SIZE / 2];
                  g.yield(new byte[SIZE / 2]);
                  require(local.length == SIZE / 2);
                })
            .iterator();
    require(iterator.hasNext());
    return iterator;
  }

  private static Object loop() {
    EventLoop loop = EventLoop.create();
    loop.spawn(
        () -> {
          byte[] local = new byte[SIZE];
          Tasks.sleep(Duration.ofHours(1));
          require(local.length == SIZE);
        });
    require(loop.runPending());
    return loop;
  }
}
