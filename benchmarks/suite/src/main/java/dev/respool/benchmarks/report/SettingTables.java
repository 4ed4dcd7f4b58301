package dev.respool.benchmarks.report;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Tables of what was measured on and how, as the run and JMH have noted it. */
final class SettingTables {
  private final Results results;

  SettingTables(Results results) {
    this.results = results;
  }

  /** On what. */
  String machines() {
    Table table =
        new Table(Place.HEADING, "VM", "Java", "system", "processors", "last run", "started");
    for (Machine machine : results.machines()) {
      table.line(
          machine.place().toString(),
          machine.get("java.vm.name") + " " + machine.get("java.vm.version"),
          machine.get("java.version") + " of " + machine.get("java.vendor"),
          machine.get("os.name") + " " + machine.get("os.arch"),
          machine.get("processors") + ", " + machine.get("processor"),
          machine.get("run"),
          machine.get("started"));
    }
    return table.toString();
  }

  /** How often and for how long. */
  String settings() {
    Table table =
        new Table(
            Place.HEADING,
            "benchmarks",
            "revision",
            "forks",
            "warm-up",
            "measured",
            "options of the JVM");
    grouped()
        .forEach(
            (place, settings) ->
                settings.forEach(
                    (setting, names) ->
                        table.line(
                            place.toString(),
                            String.join(", ", names),
                            setting.of(),
                            setting.forks(),
                            setting.warmUp(),
                            setting.measured(),
                            code(setting.jvmArguments()))));
    return table.toString();
  }

  /** The benchmarks' classes by place and setting. */
  private Map<Place, Map<Setting, TreeSet<String>>> grouped() {
    return results.measurements().stream()
        .collect(
            Collectors.groupingBy(
                Measurement::place,
                TreeMap::new,
                Collectors.groupingBy(
                    Measurement::setting,
                    Collectors.mapping(
                        m -> m.shortName().replaceFirst("\\.[a-z]\\w*$", ""),
                        Collectors.toCollection(TreeSet::new)))));
  }

  private static String code(List<String> arguments) {
    return arguments.stream().map(a -> "`" + a + "`").collect(Collectors.joining(" "));
  }
}
