package dev.respool.it.random.crossing;

/** The receiver of a call whose interface is not to be loaded before the call. */
public final class Fars {
  private static final Far ONE = new Alpha();

  private Fars() {}

  public static Far one() {
    return ONE;
  }
}
