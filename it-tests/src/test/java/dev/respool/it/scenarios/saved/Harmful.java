package dev.respool.it.scenarios.saved;

import java.io.Serializable;

/** A class that no snapshot may initialise. */
public final class Harmful implements Serializable {
  private static final long serialVersionUID = 1;

  /** The property that is set then; a constant, so that reading it initialises nothing. */
  public static final String DONE = "dev.respool.it.harm";

  static {
    System.setProperty(DONE, "done");
  }
}
