package dev.respool.loop;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.channels.SocketChannel;

/**
 * What the loop tells about when there is nobody to throw at.
 *
 * <p>Logging opens files when it is first used. In a process that has no file descriptors left it
 * fails then, and some of the JDK's classes never work again. (One of them reads the file of time
 * zones.) So a server keeps a descriptor back, in the form of an unconnected socket, until the
 * first warning.
 */
final class Warnings {
  private static final Logger LOGGER = System.getLogger("dev.respool");

  private static boolean used;
  private static SocketChannel spare; // null before a server needs it, and once it is used

  private Warnings() {}

  /** Keeps a descriptor for the first warning, if there is one. Any thread. */
  static synchronized void prepare() {
    if (used || spare != null) {
      return;
    }
    LOGGER.isLoggable(Level.WARNING); // looks through all jars of the class path
    try {
      spare = SocketChannel.open();
    } catch (IOException e) {
      // there is none left: then logging has to do without
    }
  }

  /** Does not fail whoever calls. Any thread. */
  static void log(String message, Throwable cause) {
    release();
    try {
      LOGGER.log(Level.WARNING, message, cause);
    } catch (Throwable t) { // logging lacks what has run out: somebody else took the descriptor
      cause.addSuppressed(t);
    }
  }

  /** Tells whoever wants to hear all. Does not fail whoever calls. Any thread. */
  static void detail(String message, Throwable cause) {
    try {
      if (LOGGER.isLoggable(Level.DEBUG)) {
        release();
        LOGGER.log(Level.DEBUG, message, cause);
      }
    } catch (Throwable t) { // as above
      cause.addSuppressed(t);
    }
  }

  private static synchronized void release() {
    used = true;
    try {
      if (spare != null) {
        spare.close();
      }
    } catch (IOException e) {
      // it was never connected to anything
    }
    spare = null;
  }
}
