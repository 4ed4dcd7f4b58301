package dev.respool.inspect;

import java.util.function.Consumer;

/** Writes JSON (RFC 8259) on one line: members and elements one after the other. */
public final class JsonWriter {
  private final StringBuilder out = new StringBuilder();
  private boolean first = true;

  /** Nothing written yet. */
  public JsonWriter() {}

  /**
   * Writes an object.
   *
   * @param members writes its members
   * @return this
   */
  public JsonWriter object(Runnable members) {
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

  /**
   * Writes the name of a member, whose value comes next.
   *
   * @param name any text
   * @return this
   */
  public JsonWriter name(String name) {
    separate();
    quote(name);
    out.append(':');
    first = true; // no comma before the value
    return this;
  }

  /**
   * Writes a text.
   *
   * @param text may be null
   * @return this
   */
  public JsonWriter value(String text) {
    separate();
    if (text == null) {
      out.append("null");
    } else {
      quote(text);
    }
    return this;
  }

  /**
   * Writes a whole number.
   *
   * @param number any
   * @return this
   */
  public JsonWriter value(long number) {
    separate();
    out.append(number);
    return this;
  }

  /**
   * Writes a number with a fraction.
   *
   * @param number neither infinite nor NaN, which JSON cannot say
   * @return this
   */
  public JsonWriter value(double number) {
    separate();
    out.append(number);
    return this;
  }

  /**
   * Writes a truth value.
   *
   * @param truth any
   * @return this
   */
  public JsonWriter value(boolean truth) {
    separate();
    out.append(truth);
    return this;
  }

  /**
   * Writes an array.
   *
   * @param elements what is in it
   * @param write writes one of them
   * @param <T> what they are
   * @return this
   */
  public <T> JsonWriter array(Iterable<T> elements, Consumer<T> write) {
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

  /**
   * What was written.
   *
   * @return one line
   */
  @Override
  public String toString() {
    return out.toString();
  }
}
