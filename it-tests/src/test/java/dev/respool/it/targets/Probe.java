package dev.respool.it.targets;

import dev.respool.Coroutine;
import dev.respool.it.harness.Session;
import dev.respool.it.harness.Trace;
import java.io.IOException;

/**
 * The points at which a target is watched and may be suspended: each leaves a line and hands its
 * argument back.
 */
public final class Probe {
  private static Session session;

  private Probe() {}

  /** Which run the next probes belong to. */
  public static void use(Session next) {
    session = next;
  }

  /** Leaves a line. */
  public static void hit(String line) {
    point(line);
  }

  /** An int. */
  public static int i(int value) {
    point("i " + value);
    return value;
  }

  /** A long. */
  public static long l(long value) {
    point("l " + value);
    return value;
  }

  /** A float. */
  public static float f(float value) {
    point("f " + value);
    return value;
  }

  /** A double. */
  public static double d(double value) {
    point("d " + value);
    return value;
  }

  /** A boolean. */
  public static boolean b(boolean value) {
    point("b " + value);
    return value;
  }

  /** A byte. */
  public static byte octet(byte value) {
    point("octet " + value);
    return value;
  }

  /** A short. */
  public static short small(short value) {
    point("small " + value);
    return value;
  }

  /** A char. */
  public static char letter(char value) {
    point("letter " + value);
    return value;
  }

  /** A reference, null included. */
  public static <T> T ref(T value) {
    point("ref " + Trace.show(value));
    return value;
  }

  /** Throws, unchecked, after the line. */
  public static int fail(String message) {
    point("fail " + message);
    throw new IllegalStateException(message);
  }

  /** Throws a checked exception after the line. */
  public static int failChecked(String message) throws IOException {
    point("fail checked " + message);
    throw new IOException(message);
  }

  /** Throws what it is given after the line. */
  public static <E extends Throwable> int raise(E thrown) throws E {
    point("raise " + Trace.show(thrown));
    throw thrown;
  }

  private static void point(String line) {
    Session mine = session;
    if (mine.hit(line)) {
      Object back = Coroutine.yield(line);
      if (back != line) {
        throw new AssertionError("yielded <" + line + ">, resumed with <" + back + ">");
      }
    }
  }
}
