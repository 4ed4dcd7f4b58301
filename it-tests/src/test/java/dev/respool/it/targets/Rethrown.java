package dev.respool.it.targets;

import java.io.IOException;

/** Exceptions caught, kept over suspensions and thrown again, precisely typed. */
public final class Rethrown {
  private Rethrown() {}

  public static Object run() throws IOException {
    try {
      return first();
    } catch (IllegalStateException e) {
      Probe.hit("now checked");
      return second(e.getMessage());
    }
  }

  private static int first() {
    RuntimeException kept = null;
    try {
      Probe.fail("kept");
    } catch (RuntimeException e) {
      kept = e;
    }
    Probe.hit("between");
    throw kept;
  }

  private static int second(String message) throws IOException {
    try {
      return Probe.failChecked(message + " again");
    } catch (Exception e) {
      Probe.hit("rethrown");
      throw e;
    }
  }
}
