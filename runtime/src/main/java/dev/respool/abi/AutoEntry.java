package dev.respool.abi;

/**
 * Whether transformed code that was entered by code that cannot be captured runs what is captured
 * below it at once, where a suspension is refused otherwise.
 *
 * <p>For harnesses that suspend other people's programs everywhere: then every call can suspend,
 * with or without a coroutine, and each suspension is resumed with null by the innermost activation
 * that was entered so. Of this class only the slow paths know. The system property {@code
 * dev.respool.autoEntry} is read once.
 */
final class AutoEntry {
  static final boolean ON = Boolean.getBoolean("dev.respool.autoEntry");

  /** Stands in {@link Carrier#refusal} for "resume at once". */
  static final RuntimeException RESUME = new Resume();

  private AutoEntry() {}

  private static final class Resume extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Resume() {
      super("resumed at once by the activation that was entered from outside", null, false, false);
    }
  }
}
