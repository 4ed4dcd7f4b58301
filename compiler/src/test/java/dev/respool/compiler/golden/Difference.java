package dev.respool.compiler.golden;

import java.util.List;

/** The first place at which two texts differ, with some lines around it, as people read it. */
final class Difference {
  private static final int CONTEXT = 3;
  private static final int SHOWN = 12;

  private Difference() {}

  /** Empty for equal texts. */
  static String between(String expected, String actual) {
    if (expected.equals(actual)) {
      return "";
    }
    List<String> old = expected.lines().toList();
    List<String> now = actual.lines().toList();
    int first = 0;
    while (first < Math.min(old.size(), now.size()) && old.get(first).equals(now.get(first))) {
      first++;
    }
    int same = 0;
    while (same < Math.min(old.size(), now.size()) - first
        && old.get(old.size() - 1 - same).equals(now.get(now.size() - 1 - same))) {
      same++;
    }
    StringBuilder text = new StringBuilder("at line " + (first + 1) + ":\n");
    show(text, "  ", old.subList(Math.max(0, first - CONTEXT), first));
    show(text, "- ", old.subList(first, old.size() - same));
    show(text, "+ ", now.subList(first, now.size() - same));
    show(
        text,
        "  ",
        old.subList(old.size() - same, Math.min(old.size(), old.size() - same + CONTEXT)));
    return text.toString();
  }

  private static void show(StringBuilder text, String mark, List<String> lines) {
    lines.stream().limit(SHOWN).forEach(line -> text.append(mark).append(line).append('\n'));
    if (lines.size() > SHOWN) {
      text.append(mark).append("… ").append(lines.size() - SHOWN).append(" more lines\n");
    }
  }
}
