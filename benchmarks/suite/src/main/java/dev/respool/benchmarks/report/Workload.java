package dev.respool.benchmarks.report;

import java.util.List;

/**
 * A workload as the page shows it.
 *
 * @param title with its number
 * @param text what is measured, one or two sentences
 * @param questions what is asked of every peer
 * @param appearance how the answers are shown
 */
record Workload(String title, String text, List<Question> questions, Appearance appearance) {
  /** Tables and plots. */
  enum Appearance {
    /** A table for each question. */
    TABLES("none"),
    /** The same, and how a round trip depends on the depth. */
    ROUND_TRIPS("round-trip-"),
    /** The same, and bars of the bytes. */
    MEMORY("memory-"),
    /** The same, and bars of the ratios to plain Java. */
    COLOUR("colour-"),
    /** One table and one plot for all programs. */
    PROGRAMS("ordinary");

    private final String plots;

    Appearance(String plots) {
      this.plots = plots;
    }

    /** Whether a plot of that name belongs to it. */
    boolean has(String plot) {
      return plot.startsWith(plots);
    }
  }

  /** A workload without plots. */
  Workload(String title, String text, List<Question> questions) {
    this(title, text, questions, Appearance.TABLES);
  }
}
