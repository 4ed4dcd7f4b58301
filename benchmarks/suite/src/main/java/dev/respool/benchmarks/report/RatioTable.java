package dev.respool.benchmarks.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * How many times better than each rival Respool is, a line for each thing that was asked on each
 * JDK. What people use stands to the left of what is made by hand.
 */
final class RatioTable {
  private static final String BOLD = "**%s**";

  private final List<RatioLine> lines;
  private final List<PeerName> rivals;

  RatioTable(Results results) {
    this.lines = RatioLine.all(results);
    this.rivals =
        Stream.of(PeerName.Group.values())
            .flatMap(group -> PeerName.in(group).stream())
            .filter(rival -> lines.stream().anyMatch(line -> line.ratio(rival).isPresent()))
            .toList();
  }

  /** The table in Markdown; nothing if nobody can be compared. */
  @Override
  public String toString() {
    if (rivals.isEmpty()) {
      return "";
    }
    Table table = new Table(groups());
    table.line(names());
    lines.forEach(line -> table.line(cells(line)));
    return table.toString();
  }

  /** Markdown has no cells over several columns: a group's title stands over its first one. */
  private String[] groups() {
    List<String> cells = new ArrayList<>(List.of("", "", ""));
    PeerName.Group before = null;
    for (PeerName rival : rivals) {
      cells.add(rival.group() == before ? "" : rival.group().title());
      before = rival.group();
    }
    return cells.toArray(String[]::new);
  }

  private String[] names() {
    return Stream.concat(
            Stream.of("workload", "JDK", "Respool"), rivals.stream().map(PeerName::title))
        .map(BOLD::formatted)
        .toArray(String[]::new);
  }

  private String[] cells(RatioLine line) {
    Stream<String> ours = Stream.of(line.title(), String.valueOf(line.jdk()), line.figure());
    return Stream.concat(ours, rivals.stream().map(rival -> cell(line.ratio(rival))))
        .toArray(String[]::new);
  }

  private static String cell(Optional<Double> ratio) {
    return ratio
        .map(times -> times < 1 ? BOLD.formatted(Digits.ratio(times)) : Digits.ratio(times))
        .orElse("");
  }

  /** The ratios to what programs are written with. */
  List<Double> inUse(int jdk) {
    return lines.stream()
        .filter(line -> line.jdk() == jdk)
        .flatMap(
            line ->
                rivals.stream()
                    .filter(rival -> rival.group() == PeerName.Group.IN_USE)
                    .flatMap(rival -> line.ratio(rival).stream()))
        .toList();
  }

  /**
   * A sentence about the ratios below 1 for each group. What is made by hand is better in more
   * places, so that only their workloads are named.
   */
  String losses() {
    String used = losses(PeerName.Group.IN_USE, UnaryOperator.identity());
    String byHand = losses(PeerName.Group.BY_HAND, title -> title.substring(0, 2));
    return (used.isEmpty()
            ? "Nothing that programs are written with is better in any of these."
            : "Respool loses " + used + ".")
        + (byHand.isEmpty()
            ? ""
            : " Of what is made by hand and of older tools, Respool loses " + byHand + ".");
  }

  private String losses(PeerName.Group group, UnaryOperator<String> naming) {
    return rivals.stream()
        .filter(rival -> rival.group() == group)
        .flatMap(rival -> losses(rival, naming).stream())
        .collect(Collectors.joining("; "));
  }

  private Optional<String> losses(PeerName rival, UnaryOperator<String> naming) {
    List<String> titles =
        lines.stream()
            .filter(line -> isLost(line, rival))
            .map(line -> naming.apply(line.title()))
            .distinct()
            .map(title -> onSome(title, rival, naming))
            .toList();
    return titles.isEmpty()
        ? Optional.empty()
        : Optional.of("to " + rival.title() + " in " + Clause.joined(titles));
  }

  /** Names the JDK if it was lost on one and won on another. */
  private String onSome(String title, PeerName rival, UnaryOperator<String> naming) {
    List<RatioLine> measured =
        lines.stream()
            .filter(line -> naming.apply(line.title()).equals(title))
            .filter(line -> line.ratio(rival).isPresent())
            .toList();
    List<Integer> lost =
        measured.stream()
            .filter(line -> isLost(line, rival))
            .map(RatioLine::jdk)
            .distinct()
            .toList();
    boolean isEverywhere = measured.stream().map(RatioLine::jdk).distinct().count() == lost.size();
    return isEverywhere ? title : title + " (JDK " + lost.get(0) + ")";
  }

  private static boolean isLost(RatioLine line, PeerName rival) {
    return line.ratio(rival).filter(times -> times < 1).isPresent();
  }
}
