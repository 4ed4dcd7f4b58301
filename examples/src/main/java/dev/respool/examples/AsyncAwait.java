package dev.respool.examples;

import dev.respool.Suspendable;
import dev.respool.loop.EventLoop;
import dev.respool.loop.Task;
import dev.respool.loop.Tasks;
import java.io.PrintStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** Tasks that wait at the same time: async starts one, await takes its result or its exception. */
public final class AsyncAwait {
  private AsyncAwait() {}

  /**
   * Runs the example.
   *
   * @param args none
   */
  public static void main(String[] args) {
    run(System.out);
  }

  static void run(PrintStream out) {
    EventLoop.run(
        () -> {
          waitAtTheSameTime(out);
          catchWhatAChildThrows(out);
          awaitAnyFuture(out);
        });
  }

  /** A thousand tasks sleep for 50 ms each: all of it takes about 50 ms, on one thread. */
  @Suspendable
  private static void waitAtTheSameTime(PrintStream out) {
    long start = System.nanoTime();
    List<Task<Integer>> tasks = new ArrayList<>();
    for (int i = 1; i <= 1000; i++) {
      int number = i;
      tasks.add(Tasks.async(() -> slowly(number)));
    }
    int sum = 0;
    for (Task<Integer> task : tasks) {
      sum += task.await();
    }
    long millis = (System.nanoTime() - start) / 1_000_000;
    out.println("1,000 tasks that slept 50 ms each gave " + sum + " after " + millis + " ms");
  }

  @Suspendable
  private static int slowly(int number) {
    Tasks.sleep(Duration.ofMillis(50));
    return number;
  }

  @Suspendable
  private static void catchWhatAChildThrows(PrintStream out) {
    Task<Integer> child = Tasks.async(() -> Integer.parseInt("twelve"));
    try {
      out.println(child.await());
    } catch (NumberFormatException e) {
      out.println("caught: " + e.getMessage());
    }
  }

  /** Any CompletionStage, completed by any thread. */
  @Suspendable
  private static void awaitAnyFuture(PrintStream out) {
    CompletableFuture<String> future = CompletableFuture.supplyAsync(() -> "a pool thread");
    out.println("computed by " + Tasks.await(future));
  }
}
