package dev.respool.benchmarks.quasar;

import co.paralleluniverse.fibers.Fiber;
import co.paralleluniverse.fibers.SuspendExecution;
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
    protected Object run() throws SuspendExecution {
      for (int i = 0; ; i++) {
        value = i;
        Fiber.park();
      }
    }
  }

  static final class OneLong extends Routine {
    @Override
    protected Object run() throws SuspendExecution {
      for (long wide = 0; ; wide++) {
        value = (int) wide;
        Fiber.park();
      }
    }
  }

  static final class OneDouble extends Routine {
    @Override
    protected Object run() throws SuspendExecution {
      for (double real = 0.5; ; real += 0.25) {
        value = (int) real;
        Fiber.park();
      }
    }
  }

  static final class OneText extends Routine {
    @Override
    protected Object run() throws SuspendExecution {
      for (String text = ""; ; text = text.isEmpty() ? "x" : "") {
        value = text.length();
        Fiber.park();
      }
    }
  }

  static final class TwoYields extends Routine {
    @Override
    protected Object run() throws SuspendExecution {
      long wide = 1;
      for (int i = 0; ; i++) {
        value = i;
        Fiber.park();
        wide += i;
        value = (int) wide;
        Fiber.park();
      }
    }
  }

  static final class OneArray extends Routine {
    @Override
    protected Object run() throws SuspendExecution {
      int[] window = new int[4];
      for (int i = 0; ; i++) {
        window[i & 3] = i;
        value = window[0] + window[3];
        Fiber.park();
      }
    }
  }

  static final class TwoInts extends Routine {
    @Override
    protected Object run() throws SuspendExecution {
      int before = 0;
      for (int now = 1; ; now += before) {
        value = now;
        Fiber.park();
        before = now - before;
      }
    }
  }

  static final class InnerLoop extends Routine {
    @Override
    protected Object run() throws SuspendExecution {
      while (true) {
        for (int i = 0; i < 7; i++) {
          value = i;
          Fiber.park();
        }
        value = 7;
        Fiber.park();
      }
    }
  }
}
