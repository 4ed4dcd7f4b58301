package dev.respool.benchmarks.offbynull;

import com.offbynull.coroutines.user.Continuation;
import java.util.List;

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
    public void run(Continuation c) {
      for (int i = 0; ; i++) {
        value = i;
        c.suspend();
      }
    }
  }

  static final class OneLong extends Routine {
    @Override
    public void run(Continuation c) {
      for (long wide = 0; ; wide++) {
        value = (int) wide;
        c.suspend();
      }
    }
  }

  static final class OneDouble extends Routine {
    @Override
    public void run(Continuation c) {
      for (double real = 0.5; ; real += 0.25) {
        value = (int) real;
        c.suspend();
      }
    }
  }

  static final class OneText extends Routine {
    @Override
    public void run(Continuation c) {
      for (String text = ""; ; text = text.isEmpty() ? "x" : "") {
        value = text.length();
        c.suspend();
      }
    }
  }

  static final class TwoYields extends Routine {
    @Override
    public void run(Continuation c) {
      long wide = 1;
      for (int i = 0; ; i++) {
        value = i;
        c.suspend();
        wide += i;
        value = (int) wide;
        c.suspend();
      }
    }
  }

  static final class OneArray extends Routine {
    @Override
    public void run(Continuation c) {
      int[] window = new int[4];
      for (int i = 0; ; i++) {
        window[i & 3] = i;
        value = window[0] + window[3];
        c.suspend();
      }
    }
  }

  static final class TwoInts extends Routine {
    @Override
    public void run(Continuation c) {
      int before = 0;
      for (int now = 1; ; now += before) {
        value = now;
        c.suspend();
        before = now - before;
      }
    }
  }

  static final class InnerLoop extends Routine {
    @Override
    public void run(Continuation c) {
      while (true) {
        for (int i = 0; i < 7; i++) {
          value = i;
          c.suspend();
        }
        value = 7;
        c.suspend();
      }
    }
  }
}
