package dev.respool.benchmarks.report;

/** How large a plot is, in pixels; its letters are always the same. */
enum PlotSize {
  /** As wide as the page. */
  WHOLE(800, 460, 180, 190, 20),
  /** Two beside each other. */
  HALF(480, 290, 124, 150, 15);

  private final int width;
  private final int height;
  private final int names;
  private final int lines;
  private final int step;

  PlotSize(int width, int height, int names, int lines, int step) {
    this.width = width;
    this.height = height;
    this.names = names;
    this.lines = lines;
    this.step = step;
  }

  int width() {
    return width;
  }

  int height() {
    return height;
  }

  /** The room for names to the right of lines that are drawn. */
  int rightNames() {
    return names;
  }

  /** The room for names to the left of bars and dots. */
  int leftNames() {
    return lines;
  }

  /** From one row of bars or dots to the next. */
  int step() {
    return step;
  }
}
