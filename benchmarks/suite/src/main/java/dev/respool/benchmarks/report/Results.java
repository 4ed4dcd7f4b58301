package dev.respool.benchmarks.report;

import java.util.Comparator;
import java.util.List;

/** All that one directory of results says, in the order of the files' names. */
record Results(List<Measurement> measurements, List<Absence> absences, List<Machine> machines) {
  Results {
    measurements = List.copyOf(measurements);
    absences = List.copyOf(absences);
    machines = machines.stream().sorted(Comparator.comparing(Machine::place)).toList();
  }

  /** The JDKs that something was measured on, oldest first. */
  List<Integer> jdks() {
    return measurements.stream().map(m -> m.place().jdk()).distinct().sorted().toList();
  }
}
