package dev.respool.benchmarks.kilim;

import java.util.List;
import kilim.Fiber;
import kilim.Pausable;

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
    public void execute() throws Pausable {
      for (int i = 0; ; i++) {
        value = i;
        Fiber.yield();
      }
    }
  }

  static final class OneLong extends Routine {
    @Override
    public void execute() throws Pausable {
      for (long wide = 0; ; wide++) {
        value = (int) wide;
        Fiber.yield();
      }
    }
  }

  static final class OneDouble extends Routine {
    @Override
    public void execute() throws Pausable {
      for (double real = 0.5; ; real += 0.25) {
        value = (int) real;
        Fiber.yield();
      }
    }
  }

  static final class OneText extends Routine {
    @Override
    public void execute() throws Pausable {
      for (String text = ""; ; text = text.isEmpty() ? "x" : "") {
        value = text.length();
        Fiber.yield();
      }
    }
  }

  static final class TwoYields extends Routine {
    @Override
    public void execute() throws Pausable {
      long wide = 1;
      for (int i = 0; ; i++) {
        value = i;
        Fiber.yield();
        wide += i;
        value = (int) wide;
        Fiber.yield();
      }
    }
  }

  static final class OneArray extends Routine {
    @Override
    public void execute() throws Pausable {
      int[] window = new int[4];
      for (int i = 0; ; i++) {
        window[i & 3] = i;
        value = window[0] + window[3];
        Fiber.yield();
      }
    }
  }

  static final class TwoInts extends Routine {
    @Override
    public void execute() throws Pausable {
      int before = 0;
      for (int now = 1; ; now += before) {
        value = now;
        Fiber.yield();
        before = now - before;
      }
    }
  }

  static final class InnerLoop extends Routine {
    @Override
    public void execute() throws Pausable {
      while (true) {
        for (int i = 0; i < 7; i++) {
          value = i;
          Fiber.yield();
        }
        value = 7;
        Fiber.yield();
      }
    }
  }
}
