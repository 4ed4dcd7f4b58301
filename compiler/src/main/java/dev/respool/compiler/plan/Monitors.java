package dev.respool.compiler.plan;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** What becomes of a method that would suspend while it holds a monitor. */
public enum Monitors {
  /** It is refused. */
  REFUSE,

  /**
   * It gives up its monitors while it is suspended, as {@link Object#wait()} does, and has them
   * back before it continues.
   */
  RELEASE;

  /**
   * Reads a user's choice.
   *
   * @param text {@code refuse} or {@code release}
   * @return what it means
   * @throws IllegalArgumentException if it is neither
   */
  public static Monitors of(String text) {
    for (Monitors value : values()) {
      if (value.toString().equals(text)) {
        return value;
      }
    }
    throw new IllegalArgumentException("the value must be " + all());
  }

  private static String all() {
    return Arrays.stream(values()).map(Monitors::toString).collect(Collectors.joining(" or "));
  }

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
