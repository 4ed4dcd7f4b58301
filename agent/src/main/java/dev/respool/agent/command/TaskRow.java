package dev.respool.agent.command;

import java.util.Comparator;
import java.util.Locale;

/**
 * A task in the table of {@code top}.
 *
 * @param loop its loop
 * @param id its number there
 * @param name empty if it has none
 * @param status how far it is
 * @param kind what sort of thing it waits for; empty if it does not wait
 * @param waitedMillis for how long at least
 * @param waitsIn what it waits in; empty if it does not wait
 * @param place where it stands, or the class of what it is to run
 */
record TaskRow(
    long loop,
    long id,
    String name,
    String status,
    String kind,
    long waitedMillis,
    String waitsIn,
    String place) {

  /** By what the table is sorted; each has a key. */
  enum Order {
    WAITED('w', Comparator.comparingLong(TaskRow::waitedMillis).reversed()),
    ID('i', Comparator.comparingLong(TaskRow::id)),
    STATE('s', Comparator.comparing(TaskRow::status)),
    KIND('k', Comparator.comparing(TaskRow::kind)),
    PLACE('p', Comparator.comparing(TaskRow::place)),
    NAME('n', Comparator.comparing(TaskRow::name));

    private final char key;
    private final Comparator<TaskRow> comparator;

    Order(char key, Comparator<TaskRow> comparator) {
      this.key = key;
      this.comparator = comparator;
    }

    char key() {
      return key;
    }

    /** Equal ones stay in the order of loops and numbers. */
    Comparator<TaskRow> comparator() {
      return comparator.thenComparing(TaskRow::loop).thenComparing(TaskRow::id);
    }

    String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** Reads the cells behind the word {@code task}. */
  static TaskRow of(String[] cells) {
    return new TaskRow(
        Long.parseLong(cells[1]),
        Long.parseLong(cells[2]),
        cells[3],
        cells[4].toLowerCase(Locale.ROOT),
        cells[5].toLowerCase(Locale.ROOT),
        Long.parseLong(cells[6]),
        cells[7],
        cells[8]);
  }
}
