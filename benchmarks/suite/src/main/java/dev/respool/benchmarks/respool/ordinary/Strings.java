package dev.respool.benchmarks.respool.ordinary;

import dev.respool.Suspendable;

/** A list of quoted words, built a character at a time. */
@Suspendable
final class Strings implements Program {
  private final int first;
  private final String[] words;

  Strings(int first, int count) {
    this.first = first;
    words = new String[count];
    for (int i = 0; i < count; i++) {
      words[i] = "word \"" + (first + i) + "\"";
    }
  }

  @Override
  public int run() {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < words.length; i++) {
      if (i > 0) {
        text.append(", ");
      }
      quote(text, words[i], first + i);
    }
    return text.toString().hashCode();
  }

  private static void quote(StringBuilder text, String word, int number) {
    if (number < 0) {
      Pause.at(number);
    }
    text.append('"');
    for (int i = 0; i < word.length(); i++) {
      append(text, word.charAt(i), number);
    }
    text.append('"');
  }

  private static void append(StringBuilder text, char character, int number) {
    if (number < 0) {
      Pause.at(number);
    }
    if (character == '"') {
      text.append('\\');
    }
    text.append(character);
  }
}
