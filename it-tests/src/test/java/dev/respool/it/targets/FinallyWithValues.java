package dev.respool.it.targets;

/** Values of every kind are returned through a finally that suspends. */
public final class FinallyWithValues {
  private FinallyWithValues() {}

  public static Object run() {
    return number()
        + " "
        + wide()
        + real()
        + half()
        + text()
        + truth()
        + letter()
        + array()[0]
        + count;
  }

  private static int count;

  private static void done() {
    count = Probe.i(1);
  }

  private static int number() {
    try {
      return Probe.i(1);
    } finally {
      done();
    }
  }

  private static long wide() {
    try {
      return Probe.l(2) + 1;
    } finally {
      done();
    }
  }

  private static double real() {
    try {
      return Probe.d(3) / 2;
    } finally {
      done();
    }
  }

  private static float half() {
    try {
      return 0.5f;
    } finally {
      done();
    }
  }

  private static String text() {
    try {
      return Probe.ref("t") + "!";
    } finally {
      done();
    }
  }

  private static boolean truth() {
    try {
      return Probe.i(1) > 0;
    } finally {
      done();
    }
  }

  private static char letter() {
    try {
      return 'c';
    } finally {
      done();
    }
  }

  private static int[] array() {
    try {
      return new int[] {Probe.i(7)};
    } finally {
      done();
    }
  }
}
