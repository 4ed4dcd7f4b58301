package dev.respool.benchmarks.report;

/**
 * A plot at the top of the page.
 *
 * @param name of its file
 * @param title what it shows
 * @param drawing the file's text
 * @param sentence what a reader should take home
 */
record OpeningPlot(String name, String title, String drawing, String sentence) {}
