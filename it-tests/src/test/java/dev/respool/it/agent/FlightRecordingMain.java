package dev.respool.it.agent;

import dev.respool.Coroutine;
import dev.respool.Generator;
import dev.respool.NotSuspendableException;
import dev.respool.Suspendable;
import dev.respool.loop.EventLoop;
import dev.respool.loop.Tasks;
import java.lang.reflect.Field;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import jdk.jfr.FlightRecorder;
import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordingStream;

/** What a flight recording is to see: all on one thread. */
final class FlightRecordingMain {
  static final int NAP_MILLIS = 30;
  static final int BUSY_MILLIS = 400;
  private static final String SUSPEND = "dev.respool.CoroutineSuspend";
  private static final String END = "dev.respool.CoroutineEnd";

  private FlightRecordingMain() {}

  public static void main(String[] arguments) throws Exception {
    switch (arguments[0]) {
      case "everything" -> everything();
      case "switched" -> switched(Path.of(arguments[1]));
      case "compiled" -> compiled();
      case "late" -> late();
      case "locked" -> locked();
      default -> throw new IllegalArgumentException(arguments[0]);
    }
  }

  private static void everything() {
    Coroutine<Object, Object> refused = Coroutine.create(x -> deep());
    System.out.println(refused.resume());
    refused.resume();

    Coroutine.create(() -> yields()).close();

    Coroutine<Object, Object> closed = Coroutine.create(() -> yields());
    closed.resume();
    closed.close();

    Coroutine<Object, Object> failed = Coroutine.create(() -> fails());
    try {
      failed.resume();
    } catch (IllegalArgumentException e) {
      System.out.println("failed");
    }

    for (int element : Generator.<Integer>of(g -> g.yield(7))) {
      System.out.println(element);
    }

    EventLoop.run(
        () -> {
          Tasks.async(() -> Tasks.sleep(Duration.ofMillis(NAP_MILLIS)));
          busy();
        });
  }

  /** Hands out its own line; then another yield is refused. */
  @Suspendable
  private static Object deep() {
    yieldLine();
    try {
      List.of(1).forEach(n -> Coroutine.yield(n));
    } catch (NotSuspendableException e) {
      return "refused";
    }
    return "not refused";
  }

  @Suspendable
  private static void yieldLine() {
    Coroutine.yield(new Throwable().getStackTrace()[0].getLineNumber());
  }

  @Suspendable
  private static void yields() {
    for (; ; ) {
      Coroutine.yield();
    }
  }

  @Suspendable
  private static void fails() {
    throw new IllegalArgumentException();
  }

  @Suspendable
  private static void busy() {
    long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(BUSY_MILLIS);
    while (System.nanoTime() < end) {
      Thread.onSpinWait();
    }
    Tasks.yieldNow();
  }

  /** Twice on and off, while one coroutine goes on. */
  private static void switched(Path folder) throws Exception {
    Coroutine<Object, Object> co = Coroutine.create(() -> yields());
    resume(co, 20_000);
    for (int yields = 3; yields <= 4; yields++) {
      try (Recording recording = new Recording()) {
        recording.enable(SUSPEND);
        recording.start();
        resume(co, yields);
        recording.stop();
        resume(co, 20_000);
        recording.dump(folder.resolve(yields + ".jfr"));
      }
    }
    System.out.println(co.status());
  }

  /** Is compiled while it is recorded, and again when it is not. */
  private static void compiled() {
    Coroutine<Object, Object> co = Coroutine.create(() -> yields());
    resume(co, 50_000);
    try (Recording recording = new Recording()) {
      recording.enable(SUSPEND);
      recording.start();
      System.out.println("on");
      resume(co, 50_000);
      recording.stop();
    }
    System.out.println("off");
    resume(co, 500_000);
    System.out.println("end");
  }

  private static void resume(Coroutine<Object, Object> co, int times) {
    for (int i = 0; i < times; i++) {
      co.resume();
    }
  }

  /** The Flight Recorder tells of a change while it holds its lock, as when the JVM shuts down. */
  private static void locked() throws Exception {
    Coroutine.create(() -> {}).resume();
    try (Recording recording = new Recording()) {
      recording.start();
      Field lock = FlightRecorder.class.getDeclaredField("internal");
      lock.setAccessible(true);
      synchronized (lock.get(FlightRecorder.getFlightRecorder())) {
        Thread.sleep(1_000); // meanwhile the thread that looks wants the lock
        recording.stop();
      }
    }
    System.out.println("stopped");
  }

  /** A recording that begins in the middle, and whose settings change while it runs. */
  private static void late() throws Exception {
    Coroutine<Object, Object> co = Coroutine.create(() -> yields());
    co.resume();
    CountDownLatch suspended = new CountDownLatch(1);
    CountDownLatch ended = new CountDownLatch(1);
    try (RecordingStream stream = new RecordingStream()) {
      stream.enable(SUSPEND);
      stream.onEvent(SUSPEND, event -> suspended.countDown());
      stream.onEvent(END, event -> ended.countDown());
      stream.startAsync();
      while (!suspended.await(10, TimeUnit.MILLISECONDS)) {
        co.resume();
      }
      System.out.println("suspended");
      stream.enable(END);
      while (!ended.await(10, TimeUnit.MILLISECONDS)) {
        Coroutine.create(() -> {}).resume();
      }
      System.out.println("ended");
    }
  }
}
