package dev.respool.loop;

import java.time.Duration;

/** The watchdog of each loop whose program sets none, if a system property asks for it. */
final class DefaultWatchdog {
  private static final String PROPERTY = "dev.respool.watchdog";

  private DefaultWatchdog() {}

  /** Sets it on a new loop. */
  static void addTo(EventLoop loop) {
    String milliseconds = System.getProperty(PROPERTY);
    if (milliseconds != null) {
      loop.setWatchdog(limit(milliseconds));
    }
  }

  private static Duration limit(String milliseconds) {
    try {
      return Duration.ofMillis(Integer.toUnsignedLong(Integer.parseUnsignedInt(milliseconds)));
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(
          "the system property "
              + PROPERTY
              + " is '"
              + milliseconds
              + "': write how many milliseconds a task may run without a wait, or 0 for no"
              + " watchdog",
          e);
    }
  }
}
