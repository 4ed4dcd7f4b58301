package dev.respool.examples;

import dev.respool.Suspendable;
import dev.respool.loop.Channel;
import dev.respool.loop.EventLoop;
import dev.respool.loop.Tasks;
import java.io.PrintStream;

/**
 * One task makes, two others take; the channel holds three values, so the fast producer has to
 * wait.
 */
public final class ProducerConsumer {
  private ProducerConsumer() {}

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
          Channel<Integer> numbers = Channel.buffered(3);
          Tasks.async(() -> produce(numbers, out));
          Tasks.async(() -> consume("first", numbers, out));
          Tasks.async(() -> consume("second", numbers, out));
        });
  }

  @Suspendable
  private static void produce(Channel<Integer> numbers, PrintStream out) {
    try (numbers) {
      for (int n = 1; n <= 8; n++) {
        numbers.send(n);
        out.println("produced " + n);
      }
    }
  }

  @Suspendable
  private static void consume(String name, Channel<Integer> numbers, PrintStream out) {
    int sum = 0;
    for (int n : numbers) {
      sum += n;
      Tasks.yieldNow();
    }
    out.println(name + " consumer: sum " + sum);
  }
}
