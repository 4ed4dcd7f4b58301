package dev.respool.compiler.plan;

/**
 * A method that cannot be transformed.
 *
 * @param reason why
 * @param location such as {@code com.acme.Pump.drain(Pump.java:41)}
 * @param detail what about it
 */
public record Refusal(Reason reason, String location, String detail) implements Decision {

  /** Why a method cannot be transformed; {@code docs/limits.md} lists exactly these. */
  public enum Reason {
    /** A suspension point in a constructor in front of {@code super(...)} or {@code this(...)}. */
    BEFORE_SUPER(
        "a constructor cannot suspend before super(...) or this(...) has initialised the object",
        "compute the arguments in a factory method and pass them in"),
    /** A suspension point in a static initialiser. */
    STATIC_INITIALISER(
        "a static initialiser cannot suspend", "compute the value before, or lazily in a method"),
    /** A suspension point in a synchronized method. */
    SYNCHRONIZED_METHOD(
        "a synchronized method cannot suspend: it would either give up its lock or block its thread",
        "use dev.respool.loop.Mutex, suspend outside of the method, or say monitors=release"),
    /** A suspension point in a synchronized statement. */
    MONITOR_HELD(
        "a synchronized statement cannot suspend: it would either give up its lock or block its"
            + " thread",
        "use dev.respool.loop.Mutex, move the call out of the statement, or say monitors=release"),
    /** A new object that is moved about on the stack before its constructor runs. */
    UNINITIALIZED_OBJECT(
        "a new object is used on the operand stack in a way that cannot be moved behind its"
            + " arguments",
        "assign the suspending arguments to locals before the new"),
    /** A value of a type that the class must not name is passed on as just that. */
    INACCESSIBLE_TYPE(
        "a value cannot be restored as one of a class that is not public and of another package",
        "pass it on, or return it, in a method that does not suspend"),
    /** A class file without stack map frames that names a class that is not found. */
    OLD_CLASS_FILE(
        "the class file lacks stack map frames, which came with version 50, and they cannot be"
            + " computed",
        "put the missing class on the class path, or recompile the class for Java 6 or later"),
    /** The transformed method is too large. */
    METHOD_TOO_LARGE(
        "the transformed method is larger than 65,535 bytes, has a jump that is too long to be"
            + " written, or is too much to analyse",
        "split the method");

    private final String text;
    private final String remedy;

    Reason(String text, String remedy) {
      this.text = text;
      this.remedy = remedy;
    }

    /**
     * The reason in words.
     *
     * @return a clause
     */
    public String text() {
      return text;
    }

    /**
     * What to do instead.
     *
     * @return a clause
     */
    public String remedy() {
      return remedy;
    }
  }

  /**
   * What cannot be done, and why.
   *
   * @return a clause
   */
  public String what() {
    return "cannot make this method suspendable (" + detail + "), because " + reason.text();
  }

  /**
   * Where, what, why and what to do.
   *
   * @return one line
   */
  public String message() {
    return location + ": " + what() + "; " + reason.remedy();
  }
}
