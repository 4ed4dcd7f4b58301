package dev.respool.benchmarks.threads;

import dev.respool.benchmarks.stackful.Strands;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Constructor;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.Executor;
import java.util.concurrent.locks.LockSupport;

/**
 * The scheduler of virtual threads: what they want to run stands in a queue, which {@link #run}
 * empties on its caller's thread. Initialising this class fails where a thread cannot be given a
 * scheduler.
 */
final class RunQueue implements Strands, Executor {
  private static final MethodHandle NEW_BUILDER;
  private static final MethodHandle UNSTARTED;

  static {
    try {
      Class<?> type = Class.forName("java.lang.ThreadBuilders$VirtualThreadBuilder");
      Constructor<?> constructor = type.getDeclaredConstructor(Executor.class);
      constructor.setAccessible(true);
      MethodHandles.Lookup lookup = MethodHandles.lookup();
      NEW_BUILDER =
          lookup
              .unreflectConstructor(constructor)
              .asType(MethodType.methodType(Object.class, Executor.class));
      UNSTARTED =
          lookup
              .findVirtual(
                  Class.forName("java.lang.Thread$Builder"),
                  "unstarted",
                  MethodType.methodType(Thread.class, Runnable.class))
              .asType(MethodType.methodType(Thread.class, Object.class, Runnable.class));
    } catch (ReflectiveOperationException | RuntimeException e) {
      throw new IllegalStateException(
          "virtual threads with a scheduler of one's own need a later JDK than "
              + Runtime.version()
              + ", or --add-opens java.base/java.lang=ALL-UNNAMED: "
              + e,
          e);
    }
  }

  private final Queue<Runnable> ready = new ArrayDeque<>();
  private final Object builder = newBuilder(this);

  private static Object newBuilder(Executor scheduler) {
    try {
      return (Object) NEW_BUILDER.invokeExact(scheduler);
    } catch (Throwable e) {
      throw new IllegalStateException(e);
    }
  }

  /** The JDK wants a virtual thread to be continued. */
  @Override
  public void execute(Runnable continuation) {
    ready.add(continuation);
  }

  @Override
  public void spawn(Runnable body) {
    start(body);
  }

  /** Makes a thread, which begins when its turn comes. */
  Thread start(Runnable body) {
    try {
      Thread thread = (Thread) UNSTARTED.invokeExact(builder, body);
      thread.start();
      return thread;
    } catch (Throwable e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public Object current() {
    return Thread.currentThread();
  }

  @Override
  public void suspend() {
    LockSupport.park();
  }

  @Override
  public void wake(Object strand) {
    LockSupport.unpark((Thread) strand);
  }

  @Override
  public void run() {
    for (Runnable next = ready.poll(); next != null; next = ready.poll()) {
      next.run();
    }
  }
}
