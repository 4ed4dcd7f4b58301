package dev.respool.agent;

/**
 * The agent's options cannot be understood, so the JVM must not start half-configured.
 *
 * <p>Carries no stack trace: the message is all that a reader needs.
 */
public final class InvalidOptionException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  InvalidOptionException(String problem) {
    super(problem + System.lineSeparator() + OptionKey.help(), null, false, false);
  }
}
