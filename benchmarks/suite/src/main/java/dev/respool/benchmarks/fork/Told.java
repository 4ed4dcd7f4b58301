package dev.respool.benchmarks.fork;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Values by name, as one JVM tells them to another: a line {@code told NAME VALUE} for each. Other
 * lines are for people.
 *
 * @param values in the order of the lines
 */
public record Told(Map<String, List<Double>> values) {
  private static final String MARK = "told ";

  /**
   * Tells a value to the JVM that has started this one.
   *
   * @param name without blanks
   * @param value the value
   */
  public static void tell(String name, double value) {
    System.out.println(MARK + name + " " + value);
  }

  /**
   * What is told in a text.
   *
   * @param output of a JVM or of another program
   * @return the values of its lines
   */
  public static Told in(String output) {
    Map<String, List<Double>> values = new TreeMap<>();
    output
        .lines()
        .filter(line -> line.startsWith(MARK))
        .map(line -> line.split(" "))
        .forEach(
            word ->
                values
                    .computeIfAbsent(word[1], name -> new ArrayList<>())
                    .add(Double.valueOf(word[2])));
    return new Told(values);
  }

  /**
   * The values of a name.
   *
   * @param name as it was told
   * @return at least one
   * @throws IllegalStateException if there is none
   */
  public List<Double> all(String name) {
    List<Double> all = values.get(name);
    if (all == null) {
      throw new IllegalStateException(name + " was not told, only " + values.keySet());
    }
    return all;
  }

  /**
   * The only value of a name, or the first one.
   *
   * @param name as it was told
   * @return the value
   * @throws IllegalStateException if there is none
   */
  public double one(String name) {
    return all(name).get(0);
  }
}
