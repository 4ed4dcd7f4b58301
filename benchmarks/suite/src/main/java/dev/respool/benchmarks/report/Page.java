package dev.respool.benchmarks.report;

import java.util.List;
import java.util.Set;

/** The page in Markdown. A section without anything measured is left out. */
final class Page {
  private static final String TITLE = "# Performance\n";

  private static final String PLOTS =
      """

      In all plots less is better, and blue is Respool, built by the Maven plugin.
      """;

  private static final String LEGEND =
      """

      ## Who is compared

      """;

  private static final String RATIOS =
      """
      Each cell is the other's figure divided by Respool's. Above 1, Respool is better. **Bold** means the other is better.
      On the left is what programs are written with. On the right is what is built by hand on internals that no program
      should use, and older tools.
      """;

  private static final String SERVERS =
      """
      An HTTP server that answers each request with `Hello, World!` and keeps the connection open. It has one processor;
      `wrk` asks from another one, as fast as it is answered. Each peer runs in a new JVM, the peers take turns, and a
      measurement follows after a warm-up. *Respool* reads and writes on the runtime's own sockets, without a codec of
      HTTP. *Respool on Netty* runs a coroutine for each request behind the codec that *Netty* has, too. *Virtual threads*
      block on the JDK's sockets. *Ktor* runs on Netty and kotlinx.coroutines. An idle connection has been answered once.
      """;

  private static final String METHOD =
      """
      Each peer runs the same workloads, and a run begins with a check that all give the same answers. Times are JMH's.
      Each figure is the median of all forks and iterations; the core was otherwise idle. In the tables below, ± is half of
      the interquartile range, and a dash means that nothing was measured. B/op is what one operation allocates, where the
      profiler was on. "Times better" is the other's figure divided by the row's. The best peer is the best of those that
      are not Respool, in the same run. Plugin and agent are how Respool's peers were instrumented.
      [Settings](#settings) has the forks, iterations and JVM options.
      """;

  private static final String END =
      """

      What Respool was meant to reach, and whether it does, is a page of its own: [Targets](performance/targets.md).

      `benchmarks/run` writes this page with its plots and sentences from what it has measured, which lies in
      `benchmarks/measured`. Do not edit it.
      """;

  private final Results results;
  private final List<OpeningPlot> opening;
  private final Set<String> plots;
  private final StringBuilder text = new StringBuilder(TITLE);

  /**
   * @param plots the names of the files of the workloads' plots, which lie with the opening's in
   *     the directory {@code performance} beside the page
   */
  Page(Results results, List<OpeningPlot> opening, Set<String> plots) {
    this.results = results;
    this.opening = opening;
    this.plots = plots;
  }

  /** The whole page. */
  String write() {
    table(text, new Conclusion(results));
    opening();
    legend();
    ratios();
    SettingTables settings = new SettingTables(results);
    text.append("\n## How it was measured\n\n").append(METHOD);
    table(text, settings.machines());
    text.append("\n## Workloads\n");
    Workloads.all().forEach(this::workload);
    servers();
    others();
    absences();
    text.append("\n## Settings\n\n").append(settings.settings());
    return text.append(END).toString();
  }

  private void opening() {
    if (!opening.isEmpty()) {
      text.append(PLOTS);
      table(text, new Opening(opening));
    }
  }

  private void legend() {
    String legend = new Legend(results).toString();
    if (!legend.isEmpty()) {
      text.append(LEGEND).append(legend);
    }
  }

  private void ratios() {
    RatioTable table = new RatioTable(results);
    if (!table.toString().isEmpty()) {
      text.append("\n## Ratios\n\n").append(RATIOS).append('\n').append(table);
      text.append('\n').append(table.losses()).append('\n');
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

  private void servers() {
    StringBuilder tables = new StringBuilder();
    results.jdks().forEach(jdk -> tables.append(new ServerTables(jdk, results)));
    if (!tables.isEmpty()) {
      text.append("\n## Servers\n\n").append(SERVERS);
      plots.stream().filter(name -> name.startsWith("servers-")).sorted().forEach(this::serverPlot);
      text.append(tables);
    }
  }

  private void serverPlot(String plot) {
    text.append("\n![Servers](performance/").append(plot).append(")\n");
  }

  private void others() {
    others("Scale", "Event loops with many coroutines.", "scale");
    others(
        "Memory", "Frame: what each further activation of a parked coroutine retains.", "memory");
    others(
        "What instrumenting costs", "The compiler, the agent, and the first suspension.", "tool");
    String known = "(scale|memory|tool|load)\\..*";
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
    text.append("\n## What could not run, or was repeated\n\n").append(table);
  }
}
