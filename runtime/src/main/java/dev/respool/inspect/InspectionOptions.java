package dev.respool.inspect;

import java.time.Duration;
import java.util.Objects;

/**
 * How much an inspection shows.
 *
 * @param maxTasks so many tasks of a loop are shown one by one; all are counted. 0 only counts
 * @param maxFrames so many frames of a task are shown, the innermost first. 0 shows none
 * @param locals whether the frames have the values of their live locals
 * @param callToString whether values of your own classes are shown by their {@code toString}. It
 *     runs on a thread of the inspection while the loop waits, but not longer than some
 *     milliseconds. Without it, such values are shown by their class
 * @param maxText so many characters of a text are shown
 * @param timeLimit how long to wait for a loop
 */
public record InspectionOptions(
    int maxTasks,
    int maxFrames,
    boolean locals,
    boolean callToString,
    int maxText,
    Duration timeLimit) {
  private static final InspectionOptions STANDARD =
      new InspectionOptions(1000, 64, true, true, 200, Duration.ofSeconds(5));

  /**
   * Options of your choice.
   *
   * @param maxTasks not negative
   * @param maxFrames not negative
   * @param locals whether there are locals
   * @param callToString whether {@code toString} is called
   * @param maxText not negative
   * @param timeLimit positive
   * @throws IllegalArgumentException if a number is negative, or the limit is not positive
   */
  public InspectionOptions {
    requireNotNegative("maxTasks", maxTasks);
    requireNotNegative("maxFrames", maxFrames);
    requireNotNegative("maxText", maxText);
    Objects.requireNonNull(timeLimit, "the time limit of an inspection is null");
    if (timeLimit.isNegative() || timeLimit.isZero()) {
      throw new IllegalArgumentException(
          "the time limit of an inspection is " + timeLimit + " and must be positive");
    }
  }

  private static void requireNotNegative(String name, int number) {
    if (number < 0) {
      throw new IllegalArgumentException(
          "the option " + name + " of an inspection is " + number + " and must not be negative");
    }
  }

  /**
   * 1000 tasks with 64 frames each, their locals, 200 characters of a value, and five seconds.
   *
   * @return the options that people usually want
   */
  public static InspectionOptions standard() {
    return STANDARD;
  }

  /**
   * Numbers only: no task is shown one by one.
   *
   * @return options for monitoring
   */
  public static InspectionOptions counts() {
    return STANDARD.withMaxTasks(0);
  }

  /**
   * Another number of tasks.
   *
   * @param most see {@link #maxTasks()}
   * @return changed options
   */
  public InspectionOptions withMaxTasks(int most) {
    return new InspectionOptions(most, maxFrames, locals, callToString, maxText, timeLimit);
  }

  /**
   * Another number of frames.
   *
   * @param most see {@link #maxFrames()}
   * @return changed options
   */
  public InspectionOptions withMaxFrames(int most) {
    return new InspectionOptions(maxTasks, most, locals, callToString, maxText, timeLimit);
  }

  /**
   * With or without locals.
   *
   * @param shown see {@link #locals()}
   * @return changed options
   */
  public InspectionOptions withLocals(boolean shown) {
    return new InspectionOptions(maxTasks, maxFrames, shown, callToString, maxText, timeLimit);
  }

  /**
   * With or without calls of your own classes' {@code toString}.
   *
   * @param called see {@link #callToString()}
   * @return changed options
   */
  public InspectionOptions withCallToString(boolean called) {
    return new InspectionOptions(maxTasks, maxFrames, locals, called, maxText, timeLimit);
  }

  /**
   * Longer or shorter texts.
   *
   * @param most see {@link #maxText()}
   * @return changed options
   */
  public InspectionOptions withMaxText(int most) {
    return new InspectionOptions(maxTasks, maxFrames, locals, callToString, most, timeLimit);
  }

  /**
   * More or less time.
   *
   * @param limit see {@link #timeLimit()}
   * @return changed options
   */
  public InspectionOptions withTimeLimit(Duration limit) {
    return new InspectionOptions(maxTasks, maxFrames, locals, callToString, maxText, limit);
  }
}
