package dev.respool.loop;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

/**
 * Several event loops, each on a thread of its own, to use several processors.
 *
 * <pre>{@code
 * try (LoopGroup group = LoopGroup.create()) {
 *   EventLoop.run(() -> {
 *     while (true) {
 *       TcpConnection client = server.accept();
 *       group.spawn(() -> serve(client)); // the connection belongs to that loop from now on
 *     }
 *   });
 * }
 * }</pre>
 *
 * <p>A task stays in its loop, and so do its children. A task may await one of another loop. What
 * tasks share without a lock, such as a {@link Channel}, belongs to one loop only.
 *
 * <p>A failure that nobody waits for goes to the {@linkplain EventLoop#setFailureHandler failure
 * handler} of its loop. Tasks that wait for each other are not found: a task could still be started
 * from outside.
 */
public final class LoopGroup implements AutoCloseable {
  private final List<ThreadDriver> drivers;
  private final AtomicInteger turn = new AtomicInteger();

  private LoopGroup(int size) {
    drivers =
        IntStream.range(0, size).mapToObj(i -> new ThreadDriver("respool-loop-" + i)).toList();
  }

  /**
   * Makes a group with a loop for each processor.
   *
   * @return a group whose threads run
   */
  public static LoopGroup create() {
    return of(Runtime.getRuntime().availableProcessors());
  }

  /**
   * Makes a group. Its threads keep the JVM running until {@link #close}.
   *
   * @param size how many loops; at least 1
   * @return a group whose threads run
   */
  public static LoopGroup of(int size) {
    if (size < 1) {
      throw new IllegalArgumentException(
          "the number of loops in a group is " + size + " and must be at least 1");
    }
    return new LoopGroup(size);
  }

  /**
   * How many loops it has.
   *
   * @return at least 1
   */
  public int size() {
    return drivers.size();
  }

  /**
   * One of the loops.
   *
   * @param index from 0 to {@link #size()} - 1
   * @return the loop, to start tasks in
   */
  public EventLoop loop(int index) {
    return drivers.get(index).loop();
  }

  /**
   * The loop whose turn it is: the loops take turns. Any thread may call it.
   *
   * @return one of the loops
   */
  public EventLoop next() {
    return loop(Math.floorMod(turn.getAndIncrement(), size()));
  }

  /**
   * Starts a task without a parent in the {@linkplain #next next} loop. Any thread may call it.
   *
   * @param body what it runs
   * @param <T> its result
   * @return the task; if the group is closed, it fails
   */
  public <T> Task<T> spawn(TaskBody<T> body) {
    return next().spawn(body);
  }

  /**
   * Starts a task without parent and result in the {@linkplain #next next} loop. Any thread may
   * call it.
   *
   * @param body what it runs
   * @return the task; if the group is closed, it fails
   */
  public Task<Void> spawn(TaskAction body) {
    return next().spawn(body);
  }

  /**
   * Waits until all tasks have ended, and ends the threads. A loop that has no tasks left takes no
   * more: tasks that are spawned later fail with a {@link
   * java.util.concurrent.RejectedExecutionException}. An interrupt cancels all tasks.
   *
   * @throws IllegalStateException if a task of this group calls it
   */
  @Override
  public void close() {
    if (drivers.stream().anyMatch(ThreadDriver::isCurrent)) {
      throw new IllegalStateException(
          "a task of a loop group closes the group and would wait for its own end: close it in the"
              + " code that made it");
    }
    drivers.forEach(ThreadDriver::close);
    boolean interrupted = false;
    for (ThreadDriver driver : drivers) {
      while (!driver.join()) {
        interrupted = true;
        drivers.forEach(ThreadDriver::cancel);
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
