package dev.respool.agent.command;

import dev.respool.agent.command.SnapshotCheck.Outcome;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;

/** The runtime on the class path of a program. This jar has none, so it is called by reflection. */
final class ProgramRuntime {
  private static final String PACKAGE = "dev.respool.snapshot.";

  private final Object policy;
  private final Method read;
  private final Method preview;
  private final Method outcome;

  /**
   * What it says of a snapshot.
   *
   * @param outcome in short
   * @param text several lines
   */
  record Answer(Outcome outcome, String text) {}

  /**
   * Finds it.
   *
   * @throws IllegalArgumentException if there is none, or one that cannot tell
   */
  ProgramRuntime(ClassLoader program) {
    try {
      this.policy = policy(program);
      Class<?> snapshot = program.loadClass(PACKAGE + "Snapshot");
      this.read = snapshot.getMethod("read", byte[].class, policy.getClass());
      this.preview = snapshot.getMethod("preview");
      this.outcome = preview.getReturnType().getMethod("outcome");
    } catch (ReflectiveOperationException e) {
      throw new IllegalArgumentException(
          "the class path has no respool-runtime, or one of another version (" + e + ")", e);
    }
  }

  /** Stored snapshots may be large, and none of their objects is read. */
  private static Object policy(ClassLoader program) throws ReflectiveOperationException {
    Class<?> type = program.loadClass(PACKAGE + "SnapshotPolicy");
    Object policy = type.getMethod("standard").invoke(null);
    policy = type.getMethod("withMaxBytes", long.class).invoke(policy, Long.MAX_VALUE);
    return type.getMethod("withClassLoader", ClassLoader.class).invoke(policy, program);
  }

  Answer preview(byte[] bytes) {
    try {
      Object answer = preview.invoke(read.invoke(null, bytes, policy));
      return new Answer(outcome(((Enum<?>) outcome.invoke(answer)).name()), answer.toString());
    } catch (InvocationTargetException e) {
      return new Answer(Outcome.FAILS, "fails: " + unreadable(e.getCause()));
    } catch (IllegalAccessException e) {
      throw new AssertionError("its methods are public", e);
    }
  }

  private static Outcome outcome(String name) {
    return switch (name) {
      case "NEEDS_PIN" -> Outcome.NEEDS_PIN;
      case "FAILS" -> Outcome.FAILS;
      default -> Outcome.CONTINUES;
    };
  }

  /** All that can be thrown is about the bytes. */
  private static String unreadable(Throwable thrown) {
    boolean known = thrown.getClass().getName().equals(PACKAGE + "SnapshotException");
    if (thrown instanceof Error error) {
      throw error;
    }
    return known ? thrown.getMessage() : thrown.toString();
  }
}
