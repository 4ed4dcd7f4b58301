package dev.respool.it.targets;

import java.io.FileNotFoundException;
import java.io.IOException;

/** Catches of several types in one clause, in order of clauses. */
public final class MultiCatch {
  private MultiCatch() {}

  public static Object run() {
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < 5; i++) {
      try {
        out.append(thrower(i));
      } catch (FileNotFoundException | ArithmeticException e) {
        Probe.hit("first clause");
        out.append(e.getMessage());
      } catch (IOException e) {
        out.append("io").append(Probe.ref(e.getMessage()));
      } catch (RuntimeException unused) {
        out.append(Probe.i(i));
      }
    }
    return out.toString();
  }

  private static int thrower(int which) throws IOException {
    switch (Probe.i(which)) {
      case 0:
        return Probe.raise(new FileNotFoundException("file"));
      case 1:
        return Probe.i(1) / (which - 1);
      case 2:
        return Probe.failChecked("disk");
      case 3:
        return Probe.fail("state");
      default:
        return Probe.i(9);
    }
  }
}
