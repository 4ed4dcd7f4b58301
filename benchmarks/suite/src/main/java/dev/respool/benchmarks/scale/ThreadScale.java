package dev.respool.benchmarks.scale;

import dev.respool.benchmarks.ScalePeer;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.SynchronousQueue;
import java.util.stream.Stream;

/**
 * Virtual threads as the JDK schedules them, with its sleep and its queues. They run on one thread
 * if the JVM has got {@link #ONE_CARRIER}, which also spares their counter an atomic update.
 */
public final class ThreadScale implements ScalePeer {
  /** The JVM's options for a scheduler of one thread. */
  static final List<String> ONE_CARRIER =
      List.of(
          "-Djdk.virtualThreadScheduler.parallelism=1",
          "-Djdk.virtualThreadScheduler.maxPoolSize=1");

  private static final int LONGEST_SLEEP = 1_000;

  private final Method start = start();
  private int counted;

  /**
   * The peer.
   *
   * @throws IllegalStateException if this JVM has no virtual threads
   */
  public ThreadScale() {}

  private static Method start() {
    try {
      return Thread.class.getMethod("startVirtualThread", Runnable.class);
    } catch (NoSuchMethodException e) {
      throw new IllegalStateException("threads cannot run here: JDK 21 has virtual threads", e);
    }
  }

  /** What a thread does; it is interrupted at the end of the program that it is part of. */
  private interface Body {
    void run() throws InterruptedException;
  }

  private Thread start(Body body) {
    Runnable untilInterrupted =
        () -> {
          try {
            body.run();
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          }
        };
    try {
      return (Thread) start.invoke(null, untilInterrupted);
    } catch (IllegalAccessException | InvocationTargetException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void join(List<Thread> threads) throws InterruptedException {
    for (Thread thread : threads) {
      thread.join();
    }
  }

  @Override
  public int ring(int coroutines, int messages) {
    try {
      return passAround(coroutines, messages);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private int passAround(int coroutines, int messages) throws InterruptedException {
    List<SynchronousQueue<Integer>> ring =
        Stream.generate(() -> new SynchronousQueue<Integer>()).limit(coroutines).toList();
    SynchronousQueue<Integer> last = new SynchronousQueue<>();
    List<Thread> threads = new ArrayList<>();
    for (int i = 0; i < coroutines; i++) {
      SynchronousQueue<Integer> from = ring.get(i);
      SynchronousQueue<Integer> to = ring.get((i + 1) % coroutines);
      threads.add(start(() -> forward(from, to, last, messages)));
    }
    threads.add(start(() -> ring.get(0).put(0)));
    int result = last.take();
    threads.forEach(Thread::interrupt);
    join(threads);
    return result;
  }

  private static void forward(
      SynchronousQueue<Integer> from,
      SynchronousQueue<Integer> to,
      SynchronousQueue<Integer> last,
      int messages)
      throws InterruptedException {
    while (true) {
      int next = from.take();
      if (next + 1 < messages) {
        to.put(next + 1);
      } else {
        last.put(next);
      }
    }
  }

  @Override
  public int timers(int coroutines) {
    return count(
        coroutines,
        number -> {
          Thread.sleep(1 + number % LONGEST_SLEEP);
          counted++;
        });
  }

  @Override
  public int turns(int coroutines, int turns) {
    return count(
        coroutines,
        number -> {
          for (int i = 0; i < turns; i++) {
            Thread.yield();
            counted++;
          }
        });
  }

  /** What each of many threads does. */
  private interface Numbered {
    void run(int number) throws InterruptedException;
  }

  private int count(int threads, Numbered body) {
    counted = 0;
    List<Thread> all = new ArrayList<>();
    for (int i = 0; i < threads; i++) {
      int number = i;
      all.add(start(() -> body.run(number)));
    }
    try {
      join(all);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
    return counted;
  }
}
