package dev.respool.compiler;

/** Thrown for bytes that are not a class file that this compiler can read or go on with. */
public final class UnreadableClassException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  UnreadableClassException(String className, Throwable cause) {
    super(
        "cannot read the class file of "
            + className
            + ": "
            + (cause.getMessage() == null ? cause.toString() : cause.getMessage())
            + "; the class is left as it was",
        cause);
  }

  private UnreadableClassException(String message) {
    super(message);
  }

  static UnreadableClassException ofOtherVersion(String className, int other, int ours) {
    return new UnreadableClassException(
        className
            + " was instrumented for Respool ABI "
            + other
            + ", but this compiler serves ABI "
            + ours
            + ": use the same version of respool-runtime and of the agent or Maven plugin, and"
            + " rebuild the class (mvn clean)");
  }
}
