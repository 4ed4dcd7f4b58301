package dev.respool.it.random.interpreted;

/** What traces throw. */
final class Boom extends RuntimeException {
  private static final long serialVersionUID = 1L;

  Boom(int position) {
    super("boom " + position, null, false, false);
  }
}
