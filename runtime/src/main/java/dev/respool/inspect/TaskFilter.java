package dev.respool.inspect;

import java.util.function.LongPredicate;
import java.util.function.Predicate;

/**
 * Which tasks of a loop are shown one by one. All are counted, whatever a filter says. Its
 * predicates run on the loop's thread, for every task, and must be quick and throw nothing.
 *
 * @param ids asked first: whether the task with that number may be shown. This is cheap
 * @param tasks then asked about the picture of that task, which costs about a microsecond
 */
public record TaskFilter(LongPredicate ids, Predicate<TaskPicture> tasks) {
  /** Shows every task. */
  public static final TaskFilter ALL = ids(id -> true);

  /**
   * Chooses by number alone.
   *
   * @param ids whether the task with that number is shown
   * @return a filter
   */
  public static TaskFilter ids(LongPredicate ids) {
    return new TaskFilter(ids, task -> true);
  }
}
