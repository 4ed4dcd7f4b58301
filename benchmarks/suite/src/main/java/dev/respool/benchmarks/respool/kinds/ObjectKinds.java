package dev.respool.benchmarks.respool.kinds;

import dev.respool.Coroutine;
import dev.respool.CoroutineAction;
import dev.respool.GeneratorBody;
import dev.respool.Suspendable;
import dev.respool.Yielder;
import java.util.List;

/** Coroutines and generators of objects. */
@Suspendable
final class ObjectKinds {
  private ObjectKinds() {}

  static List<CoroutineAction> coroutines() {
    return List.of(
        ObjectKinds::nothing,
        ObjectKinds::counted,
        ObjectKinds::answered,
        ObjectKinds::summed,
        () -> called(3, "three"),
        ObjectKinds::guarded,
        ObjectKinds::branching,
        ObjectKinds::deep);
  }

  static List<GeneratorBody<Object>> generators() {
    return List.of(
        ObjectKinds::constant,
        ObjectKinds::numbers,
        ObjectKinds::longs,
        ObjectKinds::words,
        g -> pairs(g, "left", "right"),
        ObjectKinds::ended,
        ObjectKinds::either,
        ObjectKinds::below);
  }

  private static void nothing() {
    while (true) {
      Coroutine.yield();
    }
  }

  private static void counted() {
    for (int n = 0; ; n = (n + 1) & 63) {
      Coroutine.yield(n);
    }
  }

  private static void answered() {
    Object answer = "first";
    while (true) {
      answer = Coroutine.yield(answer);
    }
  }

  private static void summed() {
    long sum = 0;
    for (double n = 1; ; n++) {
      sum += (long) n;
      Coroutine.yield("sum");
      sum ^= (long) n;
    }
  }

  private static void called(int n, String name) {
    for (int i = 0; ; i++) {
      Coroutine.yield(i % n == 0 ? name : "other");
    }
  }

  private static void guarded() {
    int open = 0;
    while (true) {
      try {
        open++;
        Coroutine.yield("open");
      } finally {
        open--;
      }
    }
  }

  private static void branching() {
    for (boolean up = true; ; up = !up) {
      if (up) {
        Coroutine.yield("up");
      } else {
        Coroutine.yield("down");
      }
    }
  }

  private static void deep() {
    for (int n = 0; ; n++) {
      n += descend(n & 3);
    }
  }

  private static int descend(int n) {
    Coroutine.yield("level");
    return n == 0 ? 0 : descend(n - 1) + 1;
  }

  private static void constant(Yielder<Object> g) {
    while (true) {
      g.yield("constant");
    }
  }

  private static void numbers(Yielder<Object> g) {
    for (int n = 0; ; n = (n + 1) & 63) {
      g.yield(n);
    }
  }

  private static void longs(Yielder<Object> g) {
    for (long a = 1, b = 2; ; a += b, b ^= a) {
      g.yield(a > b ? "more" : "less");
    }
  }

  private static void words(Yielder<Object> g) {
    String[] words = {"so", "many", "kinds"};
    while (true) {
      for (String word : words) {
        g.yield(word);
      }
    }
  }

  private static void pairs(Yielder<Object> g, Object left, Object right) {
    while (true) {
      g.yield(left);
      g.yield(right);
    }
  }

  private static void ended(Yielder<Object> g) {
    for (float n = 0; ; ) {
      try {
        g.yield("try");
      } finally {
        n++;
      }
    }
  }

  private static void either(Yielder<Object> g) {
    for (int n = 0; ; n++) {
      switch (n & 3) {
        case 0 -> g.yield("zero");
        case 1 -> g.yield("one");
        default -> g.yield("more");
      }
    }
  }

  private static void below(Yielder<Object> g) {
    for (int n = 0; ; n++) {
      n += level(g, n & 3);
    }
  }

  private static int level(Yielder<Object> g, int n) {
    g.yield("level");
    return n == 0 ? 0 : level(g, n - 1) + 1;
  }
}
