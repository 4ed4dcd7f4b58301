package com.acme;

import dev.respool.Generator;
import dev.respool.Suspendable;
import dev.respool.Yielder;
import dev.respool.loop.EventLoop;
import dev.respool.loop.Task;
import dev.respool.loop.Tasks;
import java.time.Duration;

public class Main {
  static Generator<Integer> countdown(int from) {
    return Generator.of(g -> down(from, g));
  }

  @Suspendable
  private static void down(int n, Yielder<Integer> g) {
    if (n > 0) {
      g.yield(n);
      down(n - 1, g);
    }
  }

  static String greeting() {
    return EventLoop.run(
        () -> {
          Task<String> hello = Tasks.async(() -> later("hello", 20));
          Task<String> world = Tasks.async(() -> later("world", 10));
          return hello.await() + " " + world.await();
        });
  }

  @Suspendable
  private static String later(String word, int millis) {
    Tasks.sleep(Duration.ofMillis(millis));
    return word;
  }

  public static void main(String[] args) {
    countdown(3).forEach(System.out::println);
    System.out.println(greeting());
  }
}
