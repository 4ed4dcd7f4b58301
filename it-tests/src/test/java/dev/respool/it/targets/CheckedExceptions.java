package dev.respool.it.targets;

import java.io.IOException;
import java.util.concurrent.TimeoutException;

/** A checked exception leaves run itself, with its cause. */
public final class CheckedExceptions {
  private CheckedExceptions() {}

  public static Object run() throws TimeoutException {
    try {
      return Probe.i(1) + Probe.failChecked("disk");
    } catch (IOException e) {
      TimeoutException late = new TimeoutException(Probe.ref("late"));
      late.initCause(e);
      throw late;
    }
  }
}
