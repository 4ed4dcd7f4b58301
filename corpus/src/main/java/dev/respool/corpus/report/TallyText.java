package dev.respool.corpus.report;

import java.util.Collection;
import java.util.Locale;
import java.util.Set;

/** A tally for people: a line for each count, then each failure. */
public final class TallyText {
  private final Tally tally;
  private final StringBuilder text = new StringBuilder();

  private TallyText(Tally tally) {
    this.tally = tally;
  }

  /**
   * Writes a tally.
   *
   * @param tally the counts
   * @return lines
   */
  public static String of(Tally tally) {
    TallyText writing = new TallyText(tally);
    writing.counts();
    writing.sizes();
    writing.unverifiable();
    writing.failures();
    return writing.text.toString();
  }

  private void counts() {
    line("subject", tally.subject());
    count("class files", "class-files");
    count("  transformed", "transformed-classes");
    count("  loaded by HotSpot", "loaded");
    count("methods with code", "methods-in-all");
    count("  transformed", "methods");
    count("suspension points", "points");
    line("refusals", number(tally.refusals().values().stream().mapToInt(n -> n).sum()));
    tally.refusals().forEach((reason, n) -> line("  " + reason, number(n)));
    line("seconds to transform", "%.1f", tally.count("nanoseconds") / 1e9);
  }

  private void sizes() {
    double points = Math.max(1, tally.count("points"));
    double fastPath = tally.count("fast-path") - tally.count("original");
    line("fast path grows by, bytes a point", "%.1f", fastPath / points);
    line("resume method, bytes a point", "%.1f", tally.count("resume-method") / points);
    double before = Math.max(1, tally.count("bytes-before"));
    line("class files grow, times", "%.2f", tally.count("bytes-after") / before);
    line("methods over 8,000 bytes", "");
    count("  before", "huge.original");
    count("  fast paths", "huge.fast-path");
    count("  fast paths that were smaller before", "pushed.fast-path");
    count("  resume methods", "huge.resume-method");
    count("  resume methods of smaller methods", "pushed.resume-method");
  }

  private void unverifiable() {
    Collection<Set<String>> places = tally.unverifiable().values();
    line(
        "unverifiable before they were transformed",
        number(places.stream().mapToInt(Set::size).sum()));
    tally
        .unverifiable()
        .forEach(
            (fault, classes) -> {
              String example = classes.iterator().next();
              fault(fault + " (" + number(classes.size()) + " classes, such as " + example + ")");
            });
  }

  private void failures() {
    line("FAILURES", number(tally.failures().size()));
    tally.failures().forEach(this::fault);
  }

  private void fault(String fault) {
    text.append("  ").append(fault).append('\n');
  }

  private void count(String label, String name) {
    line(label, number(tally.count(name)));
  }

  private void line(String label, String format, double value) {
    line(label, String.format(Locale.ROOT, format, value));
  }

  private void line(String label, String value) {
    text.append(String.format(Locale.ROOT, "%-41s %s", label, value).stripTrailing()).append('\n');
  }

  private static String number(long value) {
    return String.format(Locale.ROOT, "%,d", value);
  }
}
