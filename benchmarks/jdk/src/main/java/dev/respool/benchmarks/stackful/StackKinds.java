package dev.respool.benchmarks.stackful;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.IntConsumer;

/**
 * Endless bodies that give ints to a consumer, which suspends: eight outer methods, each around
 * eight inner ones, so 64 kinds of stacks. A virtual machine that copies stacks does not care for
 * more.
 */
public final class StackKinds {
  private StackKinds() {}

  /**
   * All of them.
   *
   * @return 64 bodies
   */
  public static List<Consumer<IntConsumer>> all() {
    List<Consumer<IntConsumer>> all = new ArrayList<>();
    for (Consumer<IntConsumer> inner : inner()) {
      all.addAll(around(inner));
    }
    return all;
  }

  private static List<Consumer<IntConsumer>> around(Consumer<IntConsumer> inner) {
    return List.of(
        g -> inner.accept(g),
        g -> plus(g, inner, 1),
        g -> times(g, inner, 3L),
        g -> scaled(g, inner, 0.5),
        g -> named(g, inner, "name"),
        g -> kept(g, inner, new int[] {1, 2}),
        g -> guarded(g, inner),
        g -> twice(g, inner, true));
  }

  private static int plus(IntConsumer g, Consumer<IntConsumer> inner, int more) {
    inner.accept(i -> g.accept(i + more));
    return more;
  }

  private static long times(IntConsumer g, Consumer<IntConsumer> inner, long factor) {
    inner.accept(i -> g.accept((int) (i * factor)));
    return factor;
  }

  private static double scaled(IntConsumer g, Consumer<IntConsumer> inner, double factor) {
    inner.accept(i -> g.accept((int) (i * factor)));
    return factor;
  }

  private static String named(IntConsumer g, Consumer<IntConsumer> inner, String name) {
    inner.accept(i -> g.accept(i ^ name.length()));
    return name;
  }

  private static int[] kept(IntConsumer g, Consumer<IntConsumer> inner, int[] array) {
    inner.accept(i -> g.accept(array[i & 1]));
    return array;
  }

  private static void guarded(IntConsumer g, Consumer<IntConsumer> inner) {
    try {
      inner.accept(g);
    } finally {
      g.accept(-1);
    }
  }

  private static boolean twice(IntConsumer g, Consumer<IntConsumer> inner, boolean again) {
    inner.accept(g);
    return again && twice(g, inner, false);
  }

  private static List<Consumer<IntConsumer>> inner() {
    return List.of(
        StackKinds::count,
        StackKinds::fibonacci,
        StackKinds::longs,
        StackKinds::doubles,
        StackKinds::characters,
        StackKinds::elements,
        StackKinds::alternating,
        StackKinds::nested);
  }

  private static void count(IntConsumer g) {
    for (int i = 0; ; i++) {
      g.accept(i);
    }
  }

  private static void fibonacci(IntConsumer g) {
    int a = 0;
    int b = 1;
    while (true) {
      g.accept(a);
      b = a + b;
      a = b - a;
    }
  }

  private static void longs(IntConsumer g) {
    for (long seed = 42; ; seed = seed * 6364136223846793005L + 1442695040888963407L) {
      g.accept((int) (seed >>> 33));
    }
  }

  private static void doubles(IntConsumer g) {
    for (double x = 1, step = 0.25; ; x += step) {
      g.accept((int) x);
    }
  }

  private static void characters(IntConsumer g) {
    String text = "continuation";
    for (int i = 0; ; i = (i + 1) % text.length()) {
      g.accept(text.charAt(i));
    }
  }

  private static void elements(IntConsumer g) {
    List<Integer> list = List.of(3, 1, 4, 1, 5);
    while (true) {
      for (int element : list) {
        g.accept(element);
      }
    }
  }

  private static void alternating(IntConsumer g) {
    for (boolean up = true; ; up = !up) {
      if (up) {
        g.accept(1);
      } else {
        g.accept(-1);
      }
    }
  }

  private static void nested(IntConsumer g) {
    for (int row = 0; ; row++) {
      for (int column = 0; column < 4; column++) {
        g.accept(row * 4 + column);
      }
    }
  }
}
