package dev.respool.it.random.crossing;

/** What routes throw. */
final class Bang extends RuntimeException {
  private static final long serialVersionUID = 1L;

  Bang() {
    super("bang", null, false, false);
  }
}
