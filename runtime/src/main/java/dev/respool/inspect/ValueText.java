package dev.respool.inspect;

import java.lang.reflect.Array;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.LinkedList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A value as text: short, on one line, whatever the value is.
 *
 * <p>Values and collections of the JDK are shown as such, without code of the program. What else
 * has a {@code toString} of its own is asked for it, see {@link ForeignText}. The rest is shown as
 * its class. Control characters are escaped, so that a value cannot move the cursor of a terminal.
 */
public final class ValueText {
  private static final int MAX_DEPTH = 3;
  private static final int MAX_BITS = 1 << 10; // writing a number down takes long if it is long
  private static final char CUT = '\u2026';

  /** Their iterators and sizes run no other code than their own, and take no lock. */
  private static final Set<Class<?>> CONTAINERS =
      Stream.of(
              new ArrayList<>(),
              new LinkedList<>(),
              new ArrayDeque<>(),
              new HashSet<>(),
              new LinkedHashSet<>(),
              new TreeSet<>(),
              new HashMap<>(),
              new LinkedHashMap<>(),
              new TreeMap<>(),
              List.of(),
              List.of(1),
              Set.of(),
              Set.of(1),
              Map.of(),
              Map.of(1, 1),
              Arrays.asList(1),
              Collections.emptyList(),
              Collections.emptySet(),
              Collections.emptyMap(),
              Collections.singletonList(1),
              Collections.singleton(1))
          .map(Object::getClass)
          .collect(Collectors.toUnmodifiableSet());

  private final InspectionOptions options;
  private final StringBuilder text = new StringBuilder();

  private ValueText(InspectionOptions options) {
    this.options = options;
  }

  /**
   * Writes a value down. Does not fail and does not block, whatever the value does.
   *
   * @param value any, null too
   * @param options how long the text may be, and whether {@code toString} may be called
   * @return one line
   */
  public static String of(Object value, InspectionOptions options) {
    ValueText text = new ValueText(options);
    try {
      text.add(value, 0);
    } catch (RuntimeException | Error e) { // such as a collection that another thread changes
      text.text.append(" (reading it threw ").append(e.getClass().getName()).append(')');
    }
    return text.cut();
  }

  /**
   * A text on one line: control characters are escaped, and what is too long is cut.
   *
   * @param text any
   * @param options how long it may be
   * @return one line
   */
  public static String line(String text, InspectionOptions options) {
    ValueText line = new ValueText(options);
    line.escape(text, '\0');
    return line.cut();
  }

  private String cut() {
    return text.length() <= options.maxText()
        ? text.toString()
        : text.substring(0, options.maxText()) + CUT;
  }

  private boolean isFull() {
    return text.length() > options.maxText();
  }

  private void add(Object value, int depth) {
    if (value == null) {
      text.append("null");
    } else if (value instanceof String string) {
      quote(string);
    } else if (value instanceof StringBuilder builder) {
      quote(builder.substring(0, Math.min(builder.length(), options.maxText())));
    } else if (value.getClass().isArray()) {
      addArray(value, depth);
    } else if (CONTAINERS.contains(value.getClass())) {
      addContainer(value, depth);
    } else if (value instanceof Optional<?> optional) {
      optional.ifPresentOrElse(
          inner -> addWrapped("Optional[", inner, depth), () -> text.append("Optional.empty"));
    } else {
      addOther(value);
    }
  }

  private void addOther(Object value) {
    if (value instanceof Enum<?> constant) {
      text.append(constant.name());
    } else if (value instanceof Character c) {
      text.append('\'');
      escape(c.toString(), '\'');
      text.append('\'');
    } else if (value instanceof Class<?> type) {
      text.append(type.getName());
    } else if (value instanceof Thread thread) {
      text.append("Thread[");
      escape(thread.getName(), '\0');
      text.append(']');
    } else if (KnownClasses.isHarmless(value, MAX_BITS)) {
      escape(value.toString(), '\0');
    } else if (options.callToString() && KnownClasses.hasToString(value.getClass())) {
      escape(ForeignText.of(value, value::toString), '\0');
    } else {
      text.append(ForeignText.identity(value));
    }
  }

  private void quote(String string) {
    text.append('"');
    escape(string, '"');
    text.append('"');
  }

  private void escape(String string, char quote) {
    for (int i = 0; i < string.length() && !isFull(); i++) {
      char c = string.charAt(i);
      switch (c) {
        case '\n' -> text.append("\\n");
        case '\r' -> text.append("\\r");
        case '\t' -> text.append("\\t");
        default -> {
          if (Character.isISOControl(c)) {
            text.append(String.format("\\u%04x", (int) c));
          } else {
            text.append(c == quote && quote != '\0' ? "\\" : "").append(c);
          }
        }
      }
    }
  }

  private void addArray(Object array, int depth) {
    int length = Array.getLength(array);
    text.append(array.getClass().getComponentType().getSimpleName());
    text.append('[').append(length).append(']');
    text.append('{');
    for (int i = 0; i < length && addSeparator(i, depth); i++) {
      add(Array.get(array, i), depth + 1);
    }
    text.append('}');
  }

  private void addContainer(Object container, int depth) {
    if (container instanceof Map<?, ?> map) {
      text.append('{');
      addAll(map.entrySet().iterator(), depth);
      text.append('}');
    } else {
      text.append('[');
      addAll(((Collection<?>) container).iterator(), depth);
      text.append(']');
    }
  }

  private void addAll(Iterator<?> elements, int depth) {
    for (int i = 0; elements.hasNext() && addSeparator(i, depth); i++) {
      addElement(elements.next(), depth + 1);
    }
  }

  private void addElement(Object element, int depth) {
    if (element instanceof Map.Entry<?, ?> entry) {
      add(entry.getKey(), depth);
      text.append('=');
      add(entry.getValue(), depth);
    } else {
      add(element, depth);
    }
  }

  /** Whether there is room for a further element. */
  private boolean addSeparator(int index, int depth) {
    if (isFull() || depth >= MAX_DEPTH) {
      text.append(isFull() ? "" : CUT);
      return false;
    }
    text.append(index == 0 ? "" : ", ");
    return true;
  }

  private void addWrapped(String before, Object inner, int depth) {
    text.append(before);
    if (depth < MAX_DEPTH) {
      add(Objects.requireNonNull(inner), depth + 1);
    } else {
      text.append(CUT);
    }
    text.append(']');
  }
}
