package dev.respool.inspect;

import java.util.Collection;
import java.util.function.Consumer;

/** Writes JSON (RFC 8259) on one line: members and elements one after the other. */
final class JsonWriter {
  private final StringBuilder out = new StringBuilder();
  private boolean first = true;

  /** An object; the action writes its members. */
  JsonWriter object(Runnable members) {
    return nested('{', members, '}');
  }

  private JsonWriter nested(char open, Runnable content, char close) {
    separate();
    out.append(open);
    first = true;
    content.run();
    out.append(close);
    first = false;
    return this;
  }

  /** The name of a member, whose value comes next. */
  JsonWriter name(String name) {
    separate();
    quote(name);
    out.append(':');
    first = true; // no comma before the value
    return this;
  }

  JsonWriter value(String text) {
    separate();
    if (text == null) {
      out.append("null");
    } else {
      quote(text);
    }
    return this;
  }

  JsonWriter value(long number) {
    separate();
    out.append(number);
    return this;
  }

  JsonWriter value(boolean truth) {
    separate();
    out.append(truth);
    return this;
  }

  <T> JsonWriter array(Collection<T> elements, Consumer<T> write) {
    return nested('[', () -> elements.forEach(write), ']');
  }

  private void separate() {
    if (!first) {
      out.append(',');
    }
    first = false;
  }

  private void quote(String text) {
    out.append('"');
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '"' || c == '\\') {
        out.append('\\').append(c);
      } else if (c < ' ' || Character.isSurrogate(c) && !isPaired(text, i)) {
        out.append(String.format("\\u%04x", (int) c));
      } else {
        out.append(c);
      }
    }
    out.append('"');
  }

  /** Whether a surrogate has its other half: a lone one cannot be encoded. */
  private static boolean isPaired(String text, int index) {
    return Character.isHighSurrogate(text.charAt(index))
        ? index + 1 < text.length() && Character.isLowSurrogate(text.charAt(index + 1))
        : index > 0 && Character.isHighSurrogate(text.charAt(index - 1));
  }

  @Override
  public String toString() {
    return out.toString();
  }
}
