package dev.respool.benchmarks.javaflow;

import java.util.List;
import org.apache.commons.javaflow.api.Continuation;
import org.apache.commons.javaflow.api.continuable;

/**
 * Eight shapes of suspended methods: they differ in the types and the number of their live locals
 * and in their yields.
 */
final class Shapes {
  private Shapes() {}

  /** Sixty-four kinds: eight of each shape. */
  static List<Routine> copies() {
    return Copies.of(
        Routine.class,
        8,
        List.of(
            OneInt.class,
            OneLong.class,
            OneDouble.class,
            OneText.class,
            TwoYields.class,
            OneArray.class,
            TwoInts.class,
            InnerLoop.class));
  }

  static final class OneInt extends Routine {
    @Override
    public @continuable void run() {
      for (int i = 0; ; i++) {
        value = i;
        Continuation.suspend();
      }
    }
  }

  static final class OneLong extends Routine {
    @Override
    public @continuable void run() {
      for (long wide = 0; ; wide++) {
        value = (int) wide;
        Continuation.suspend();
      }
    }
  }

  static final class OneDouble extends Routine {
    @Override
    public @continuable void run() {
      for (double real = 0.5; ; real += 0.25) {
        value = (int) real;
        Continuation.suspend();
      }
    }
  }

  static final class OneText extends Routine {
    @Override
    public @continuable void run() {
      for (String text = ""; ; text = text.isEmpty() ? "x" : "") {
        value = text.length();
        Continuation.suspend();
      }
    }
  }

  static final class TwoYields extends Routine {
    @Override
    public @continuable void run() {
      long wide = 1;
      for (int i = 0; ; i++) {
        value = i;
        Continuation.suspend();
        wide += i;
        value = (int) wide;
        Continuation.suspend();
      }
    }
  }

  static final class OneArray extends Routine {
    @Override
    public @continuable void run() {
      int[] window = new int[4];
      for (int i = 0; ; i++) {
        window[i & 3] = i;
        value = window[0] + window[3];
        Continuation.suspend();
      }
    }
  }

  static final class TwoInts extends Routine {
    @Override
    public @continuable void run() {
      int before = 0;
      for (int now = 1; ; now += before) {
        value = now;
        Continuation.suspend();
        before = now - before;
      }
    }
  }

  static final class InnerLoop extends Routine {
    @Override
    public @continuable void run() {
      while (true) {
        for (int i = 0; i < 7; i++) {
          value = i;
          Continuation.suspend();
        }
        value = 7;
        Continuation.suspend();
      }
    }
  }
}
