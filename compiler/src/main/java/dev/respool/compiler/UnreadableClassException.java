package dev.respool.compiler;

/** Thrown for bytes that are not a class file that this compiler can read. */
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
}
