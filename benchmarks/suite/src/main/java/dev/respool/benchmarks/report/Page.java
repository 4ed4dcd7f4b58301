package dev.respool.benchmarks.report;

import java.util.List;
import java.util.Set;

/** The page in Markdown. A section without anything measured is left out. */
final class Page {
  private static final String INTRODUCTION =
      """
      # Performance

      Written by `benchmarks/run` from what it has measured; do not edit it. Every figure is the median of the values of
      all forks and iterations. ± is half of their interquartile range. A dash means that nothing was measured. B/op is
      what one operation allocates, where the profiler was on. Less is better in every table; "times better" is the
      other's figure divided by the row's. The best peer is the best of those that are not Respool, in the same run.
      """;

  private static final String TARGETS =
      """
      The targets were set before Respool was measured, against figures of its peers from another machine; those of the
      ordinary programs were set later, when some took five times what plain Java takes. Ratios carry over to this
      machine, nanoseconds and milliseconds do not, so both are judged: the figure itself, and how many times better it
      is than the best peer and than Loom in the same run.
      """;

  private final Results results;
  private final Set<String> plots;
  private final StringBuilder text = new StringBuilder(INTRODUCTION);

  /**
   * @param plots the names of the files that lie in the directory {@code performance} beside the
   *     page
   */
  Page(Results results, Set<String> plots) {
    this.results = results;
    this.plots = plots;
  }

  /** The whole page. */
  String write() {
    targets();
    text.append("\n## How it was measured\n\n").append(new SettingTables(results));
    text.append("\n## Workloads\n");
    Workloads.all().forEach(this::workload);
    others();
    absences();
    return text.toString().stripTrailing() + "\n";
  }

  private void targets() {
    text.append("\n## Targets\n\n").append(TARGETS);
    for (int jdk : results.jdks()) {
      text.append("\n### Targets on JDK ").append(jdk).append("\n\n");
      text.append(new TargetTable(results, jdk));
    }
  }

  private void workload(Workload workload) {
    StringBuilder tables = new StringBuilder();
    if (workload.appearance() == Workload.Appearance.PROGRAMS) {
      table(tables, new ProgramTable(workload.questions(), results));
    } else {
      tables(tables, workload.questions());
    }
    if (!tables.isEmpty()) {
      text.append("\n### ").append(workload.title()).append("\n\n");
      text.append(workload.text()).append('\n');
      plots(workload);
      text.append(tables);
    }
  }

  private void tables(StringBuilder tables, List<Question> questions) {
    for (Question question : questions) {
      results.jdks().forEach(jdk -> table(tables, new QuestionTable(question, jdk, results)));
    }
  }

  private static void table(StringBuilder tables, Object table) {
    if (!table.toString().isEmpty()) {
      tables.append('\n').append(table);
    }
  }

  private void plots(Workload workload) {
    for (String plot : plots.stream().filter(workload.appearance()::has).sorted().toList()) {
      text.append("\n![").append(workload.title()).append("](performance/");
      text.append(plot).append(")\n");
    }
  }

  private void others() {
    others("Scale", "Event loops with many coroutines.", "scale");
    others(
        "Memory", "Frame: what each further activation of a parked coroutine retains.", "memory");
    others(
        "What instrumenting costs", "The compiler, the agent, and the first suspension.", "tool");
    String known = "(scale|memory|tool)\\..*";
    section(
        "Other measurements",
        "What has no peers.",
        rest().stream().filter(m -> !m.shortName().matches(known)).toList());
  }

  private void others(String title, String what, String packageName) {
    section(
        title,
        what,
        rest().stream().filter(m -> m.shortName().startsWith(packageName + ".")).toList());
  }

  private List<Measurement> rest() {
    return results.measurements().stream().filter(m -> !Workloads.show(m)).toList();
  }

  private void section(String title, String what, List<Measurement> measurements) {
    if (!measurements.isEmpty()) {
      text.append("\n## ").append(title).append("\n\n").append(what).append("\n\n");
      text.append(new OtherTable(measurements));
    }
  }

  private void absences() {
    if (results.absences().isEmpty()) {
      return;
    }
    Table table = new Table("what", "where", "why");
    results.absences().forEach(a -> table.line(a.what(), a.where(), a.reason()));
    text.append("\n## What could not run\n\n").append(table);
  }
}
