package dev.respool.examples.download;

import dev.respool.Suspendable;
import dev.respool.loop.Tasks;
import java.io.Console;
import java.io.PrintStream;
import java.lang.reflect.InvocationTargetException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/** A line on a terminal that says how far downloads are, and is written over again and again. */
final class ProgressBar {
  private static final int CELLS = 30;
  private static final Duration PERIOD = Duration.ofMillis(100);

  private final List<Gauge> gauges;
  private final PrintStream terminal;
  private int width;

  ProgressBar(List<Gauge> gauges, PrintStream terminal) {
    this.gauges = gauges;
    this.terminal = terminal;
  }

  /** Whether what the program prints is seen by somebody, and not written to a file or a pipe. */
  static boolean isPossible() {
    Console console = System.console();
    if (console == null) {
      return false;
    }
    try { // from Java 22 on there may be a console without a terminal
      return (boolean) Console.class.getMethod("isTerminal").invoke(console);
    } catch (NoSuchMethodException e) {
      return true;
    } catch (IllegalAccessException | InvocationTargetException e) {
      return false;
    }
  }

  /** Shows the state until the task is cancelled, then wipes it away. */
  @Suspendable
  void run() {
    try {
      while (true) {
        draw(line());
        Tasks.sleep(PERIOD);
      }
    } finally {
      draw("");
      terminal.print('\r');
      terminal.flush();
    }
  }

  private void draw(String line) {
    terminal.print('\r' + line + " ".repeat(Math.max(0, width - line.length())));
    terminal.flush();
    width = line.length();
  }

  /** For example {@code [######........................] 1 of 4 files, 2.5 MB}. */
  String line() {
    double fraction = gauges.stream().mapToDouble(Gauge::fraction).average().orElse(1);
    int full = (int) (fraction * CELLS);
    long done = gauges.stream().filter(Gauge::isDone).count();
    double megabytes = gauges.stream().mapToLong(Gauge::received).sum() / 1e6;
    return String.format(
        Locale.ROOT,
        "[%s%s] %d of %d files, %.1f MB",
        "#".repeat(full),
        ".".repeat(CELLS - full),
        done,
        gauges.size(),
        megabytes);
  }
}
