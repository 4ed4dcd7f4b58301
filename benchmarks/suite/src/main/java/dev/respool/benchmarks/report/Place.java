package dev.respool.benchmarks.report;

import java.util.Comparator;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where something was measured: the name of a directory of results, {@code 25-plugin}.
 *
 * @param jdk the JDK's feature number
 * @param door how Respool's peers were instrumented: {@code plugin} or {@code agent}
 */
record Place(int jdk, String door) implements Comparable<Place> {
  /** The door that the other peers are measured beside. */
  static final String PLUGIN = "plugin";

  /** Over a column of places. */
  static final String HEADING = "JDK and instrumentation";

  private static final Pattern NAME = Pattern.compile("(\\d+)-(plugin|agent)");
  private static final Comparator<Place> ORDER =
      Comparator.comparingInt(Place::jdk)
          .thenComparing(Place::door, Comparator.<String>reverseOrder());

  /** Nothing if a directory of this name holds no results. */
  static Optional<Place> named(String directory) {
    Matcher matcher = NAME.matcher(directory);
    return matcher.matches()
        ? Optional.of(new Place(Integer.parseInt(matcher.group(1)), matcher.group(2)))
        : Optional.empty();
  }

  /** As the tables name it. */
  @Override
  public String toString() {
    return jdk + ", " + door;
  }

  @Override
  public int compareTo(Place other) {
    return ORDER.compare(this, other);
  }
}
