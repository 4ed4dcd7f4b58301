package dev.respool.it.memory;

import dev.respool.Coroutine;
import dev.respool.Generator;
import dev.respool.Suspendable;
import dev.respool.loop.Channel;
import dev.respool.loop.EventLoop;
import dev.respool.loop.Tasks;
import dev.respool.snapshot.Snapshot;
import java.lang.ref.WeakReference;
import java.util.Arrays;
import java.util.Iterator;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.stream.Collectors;

/** A program that drops coroutines and prints what it hears of that. */
final class Dropping {
  private static final Logger LOGGER = Logger.getLogger("dev.respool");
  private static final LinkedBlockingQueue<LogRecord> HEARD = new LinkedBlockingQueue<>();

  /**
   * How many markers are dropped, one after the other. A cleaner that is late takes the youngest
   * first, so one marker does not say that all before it were heard of.
   */
  private static final int MARKERS = 4;

  private Dropping() {}

  /** Drops one of a kind, and then markers, which are heard of if anything is. */
  public static void main(String[] arguments) throws Exception {
    LOGGER.setUseParentHandlers(false);
    LOGGER.addHandler(new Hearing());
    WeakReference<Object> dropped = new WeakReference<>(drop(arguments[0]));
    while (dropped.get() != null) {
      System.gc();
    }
    if (Boolean.getBoolean("dev.respool.dropped")) {
      for (int i = 0; i < MARKERS; i++) {
        hearMarker();
      }
    }
    HEARD.forEach(late -> System.out.println(text(late)));
  }

  private static void hearMarker() throws Exception {
    Object marker = drop("marker");
    marker = null;
    for (boolean heard = false; !heard; ) {
      System.gc();
      LogRecord next = HEARD.poll(100, TimeUnit.MILLISECONDS);
      heard = next != null && text(next).contains("marker");
      if (next != null && !heard) {
        System.out.println(text(next));
      }
    }
  }

  private static String text(LogRecord said) {
    Throwable at = said.getThrown();
    String name = said.getMessage().replaceAll(" was dropped .*", "").replaceAll("@.*", "");
    return name.replaceAll(".*\\.Coroutine", "coroutine").replaceAll(".* of a ", "")
        + ": "
        + Arrays.stream(at.getStackTrace()).map(Dropping::method).collect(Collectors.joining(" < "))
        + (at.getCause() == null ? "" : " created in " + method(at.getCause().getStackTrace()[0]));
  }

  private static String method(StackTraceElement element) {
    return element.getMethodName().replaceAll("lambda\\$\\w+\\$\\d+", "main");
  }

  private static Object drop(String kind) throws Exception {
    return switch (kind) {
      case "finally" -> resumed(Coroutine.create(() -> outer()));
      case "marker" -> resumed(Coroutine.create(() -> marker()));
      case "outside" -> resumed(Coroutine.create(() -> guarded()));
      case "plain" -> resumed(Coroutine.create(() -> yields()));
      case "behind" -> resumed(Coroutine.create(() -> behind()));
      case "catches" -> resumed(Coroutine.create(() -> catches()));
      case "new" -> Coroutine.create(() -> outer());
      case "closed" -> {
        Coroutine<Object, Object> closed = resumed(Coroutine.create(() -> outer()));
        closed.close();
        yield closed;
      }
      case "finished" -> {
        Coroutine<Object, Object> finished = resumed(Coroutine.create(() -> outer()));
        finished.resume();
        yield finished;
      }
      case "failed" -> failed();
      case "copy" -> {
        Coroutine<Object, Object> original = resumed(Coroutine.create(() -> outer()));
        Coroutine<Object, Object> copy = original.fork();
        original.close();
        yield copy;
      }
      case "restored" -> {
        Coroutine<Object, Object> original = resumed(Coroutine.create(() -> outer()));
        Coroutine<Object, Object> restored = Snapshot.of(original).restore();
        original.close();
        yield restored;
      }
      case "resource" -> advanced(Generator.<Integer>of(g -> withResource(g)).iterator());
      case "element" -> advanced(Generator.<Integer>of(g -> g.yield(1)).iterator());
      case "task" -> {
        EventLoop loop = EventLoop.create();
        Channel<String> never = Channel.rendezvous();
        loop.spawn(() -> waits(never));
        loop.runPending();
        yield loop;
      }
      case "waiting" -> {
        EventLoop loop = EventLoop.create();
        Channel<Integer> never = Channel.rendezvous();
        loop.spawn(
            () -> {
              for (Integer element : Generator.<Integer>of(g -> g.yield(receives(never)))) {
                throw new IllegalStateException("received " + element);
              }
            });
        loop.runPending();
        yield loop;
      }
      default -> throw new IllegalArgumentException(kind);
    };
  }

  private static Coroutine<Object, Object> resumed(Coroutine<Object, Object> coroutine) {
    coroutine.resume();
    return coroutine;
  }

  private static <T> Iterator<T> advanced(Iterator<T> iterator) {
    iterator.next();
    return iterator;
  }

  private static Coroutine<Object, Object> failed() {
    Coroutine<Object, Object> failed =
        resumed(
            Coroutine.create(
                () -> {
                  outer();
                  throw new IllegalStateException("ends");
                }));
    try {
      failed.resume();
      throw new AssertionError("it goes on");
    } catch (IllegalStateException e) {
      return failed;
    }
  }

  @Suspendable
  private static void outer() {
    inner();
  }

  @Suspendable
  private static void inner() {
    try {
      Coroutine.yield();
    } finally {
      HEARD.clear();
    }
  }

  @Suspendable
  private static void marker() {
    try {
      Coroutine.yield();
    } finally {
      HEARD.clear();
    }
  }

  @Suspendable
  private static void guarded() {
    try {
      yields();
    } finally {
      HEARD.clear();
    }
  }

  @Suspendable
  private static void yields() {
    Coroutine.yield();
  }

  @Suspendable
  private static void behind() {
    try {
      HEARD.clear();
    } finally {
      HEARD.clear();
    }
    Coroutine.yield();
  }

  @Suspendable
  private static void catches() {
    try {
      Coroutine.yield();
    } catch (IllegalStateException e) {
      HEARD.clear();
    }
  }

  @Suspendable
  private static void withResource(dev.respool.Yielder<Integer> g) throws Exception {
    try (AutoCloseable resource = HEARD::clear) {
      g.yield(resource.hashCode());
    }
  }

  @Suspendable
  private static void waits(Channel<String> never) {
    try {
      never.receive();
    } finally {
      HEARD.clear();
    }
  }

  @Suspendable
  private static int receives(Channel<Integer> never) {
    try {
      return never.receive();
    } finally {
      Tasks.clock();
    }
  }

  private static final class Hearing extends Handler {
    @Override
    public void publish(LogRecord record) {
      HEARD.add(record);
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}
  }
}
