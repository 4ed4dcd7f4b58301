package dev.respool.it.harness;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What a target did, in order: lines that are only ever added, and the same in every run of a
 * correct program.
 */
public final class Trace {
  private final List<String> lines = new ArrayList<>();

  /** Adds a line. */
  public void add(String line) {
    lines.add(line);
  }

  /** All lines so far. */
  public List<String> lines() {
    return List.copyOf(lines);
  }

  /**
   * A value as text that does not depend on identity: collections and arrays part by part, objects
   * of targets by class name only. Never calls a method of a target.
   */
  public static String show(Object value) {
    if (value == null || value instanceof String || value instanceof Number) {
      return value + (value instanceof Number ? ":" + value.getClass().getSimpleName() : "");
    }
    if (value instanceof Throwable thrown) {
      return showThrown(thrown);
    }
    if (value instanceof Collection<?> parts) {
      return parts.stream().map(Trace::show).collect(Collectors.joining(", ", "[", "]"));
    }
    if (value instanceof Map<?, ?> map) {
      Map<String, String> sorted = new TreeMap<>();
      map.forEach((key, part) -> sorted.put(show(key), show(part)));
      return sorted.toString();
    }
    return value.getClass().isArray() ? showArray(value) : showOther(value);
  }

  private static String showOther(Object value) {
    if (value instanceof Enum<?> constant) {
      return constant.name();
    }
    if (value instanceof Boolean || value instanceof Character || value instanceof CharSequence) {
      return value.toString();
    }
    Class<?> type = value.getClass();
    return type.isSynthetic() || type.isHidden() ? "lambda" : type.getName();
  }

  private static String showArray(Object array) {
    if (array instanceof Object[] parts) {
      return show(Arrays.asList(parts));
    }
    String text = Arrays.deepToString(new Object[] {array});
    return array.getClass().getSimpleName() + text.substring(1, text.length() - 1);
  }

  private static String showThrown(Throwable thrown) {
    StringBuilder text = new StringBuilder(thrown.getClass().getName());
    text.append('(').append(thrown.getMessage()).append(')');
    for (Throwable suppressed : thrown.getSuppressed()) {
      text.append(" suppressed ").append(show(suppressed));
    }
    if (thrown.getCause() != null && thrown.getCause() != thrown) {
      text.append(" caused by ").append(show(thrown.getCause()));
    }
    return text.toString();
  }
}
