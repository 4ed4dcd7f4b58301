package dev.respool.console;

import dev.respool.inspect.TaskFilter;
import dev.respool.inspect.TaskPicture;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Which tasks somebody looks for, as the page's own filters do.
 *
 * @param words each of them occurs, in small letters
 * @param kinds kinds of waits and states; empty means any
 * @param age for so many milliseconds at least they have waited
 */
record Search(List<String> words, Set<String> kinds, long age) {
  /** What stands in quotes is one word, as in filters.js. */
  private static final Pattern WORD = Pattern.compile("\"([^\"]*)\"|\\S+");

  private static final Pattern NAME = Pattern.compile("[A-Z_]+");

  static Search of(Question question) {
    return new Search(
        found(WORD, question.text("q").toLowerCase(Locale.ROOT)),
        Set.copyOf(found(NAME, question.text("kinds"))),
        question.number("age"));
  }

  private static List<String> found(Pattern pattern, String text) {
    return pattern
        .matcher(text)
        .results()
        .map(each -> each.groupCount() > 0 && each.group(1) != null ? each.group(1) : each.group())
        .filter(part -> !part.isEmpty())
        .toList();
  }

  TaskFilter filter() {
    return new TaskFilter(id -> true, this::matches);
  }

  boolean matches(TaskPicture task) {
    Row row = Row.of(task, 0);
    return (kinds.isEmpty() || kinds.contains(row.kind() == null ? row.status() : row.kind()))
        && task.waitedAtLeast().toMillis() >= age
        && hasWords(row);
  }

  private boolean hasWords(Row row) {
    return words.isEmpty() || words.stream().allMatch(text(row)::contains);
  }

  private static String text(Row row) {
    StringBuilder text = new StringBuilder().append(row.id());
    Stream.of(row.name(), row.waits(), row.source(), row.status(), row.kind())
        .filter(Objects::nonNull)
        .forEach(part -> text.append(' ').append(part));
    return text.toString().toLowerCase(Locale.ROOT);
  }
}
