package dev.respool.benchmarks.report;

import java.util.Map;

/**
 * On what was measured, as {@link SaveMachine} has written it.
 *
 * @param properties by name; which there are, is not certain
 */
record Machine(Place place, Map<String, String> properties) {
  String get(String name) {
    return properties.getOrDefault(name, Table.MISSING);
  }
}
