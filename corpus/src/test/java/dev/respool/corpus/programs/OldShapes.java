package dev.respool.corpus.programs;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A program that a compiler of Java 5 could have written; its test makes it one of that time. */
public final class OldShapes {
  private OldShapes() {}

  public static void main(String[] arguments) {
    new OldShapes().testAll();
  }

  /** Where a coroutine starts in mode {@code refuse}: the agent takes it for a test. */
  public void testAll() {
    System.out.println(words(Arrays.asList("one", "", "three")));
    try {
      System.out.println(words(null));
    } catch (NullPointerException e) {
      System.out.println("no words");
    }
  }

  /** Values of two types meet behind a branch, in a loop, in a handler: frames are needed. */
  private static List<Object> words(List<String> texts) {
    List<Object> words = new ArrayList<Object>();
    try {
      for (String text : texts) {
        Comparable<?> word = text.isEmpty() ? Integer.valueOf(words.size()) : text.trim();
        words.add(word);
      }
      return words;
    } finally {
      System.out.println(words.size());
    }
  }
}
