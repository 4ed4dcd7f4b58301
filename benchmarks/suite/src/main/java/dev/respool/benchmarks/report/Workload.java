package dev.respool.benchmarks.report;

import java.util.List;

/**
 * A workload as the page shows it.
 *
 * @param title with its number
 * @param text what is measured, one or two sentences
 * @param questions one table each
 */
record Workload(String title, String text, List<Question> questions) {}
