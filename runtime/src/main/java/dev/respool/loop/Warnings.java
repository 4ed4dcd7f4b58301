package dev.respool.loop;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;

/** What the loop tells about when there is nobody to throw at. */
final class Warnings {
  private static final Logger LOGGER = System.getLogger("dev.respool");

  private Warnings() {}

  /** Finds the program's logging, for which the JDK opens all jars of the class path. */
  static void prepare() {
    LOGGER.isLoggable(Level.WARNING);
  }

  static void log(String message, Throwable cause) {
    LOGGER.log(Level.WARNING, message, cause);
  }
}
