package dev.respool.it.targets;

/** A constructor throws, and so does an argument before it. */
public final class NewCatches {
  private NewCatches() {}

  private static final class Strict {
    final int value;

    Strict(int value) {
      if (value < 0) {
        throw new IllegalArgumentException("negative " + value);
      }
      this.value = value;
    }
  }

  public static Object run() {
    StringBuilder out = new StringBuilder();
    for (int i = -1; i < 2; i++) {
      try {
        out.append(new Strict(i == 1 ? Probe.fail("argument") : Probe.i(i)).value);
      } catch (IllegalArgumentException e) {
        out.append(Probe.ref(e.getMessage()));
      } catch (IllegalStateException e) {
        out.append(e.getMessage()).append(Probe.i(i));
      }
    }
    return out.toString();
  }
}
