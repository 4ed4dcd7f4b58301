package dev.respool.it.docs;

import java.util.List;
import java.util.Optional;

/**
 * A fenced block of a page.
 *
 * @param page name of the page
 * @param line of the opening fence, from 1
 * @param language what stands behind the opening fence
 * @param text the lines between the fences
 * @param comments contents of the HTML comments directly above
 */
record Block(String page, int line, String language, String text, List<String> comments) {
  static final String GIVEN = "given:";
  static final String NOT_COMPILED = "not compiled:";
  static final String NOT_COMPARED = "not compared:";

  /** What stands behind a word in the comments above; empty text if there is nothing behind it. */
  Optional<String> comment(String word) {
    return comments.stream()
        .filter(comment -> comment.startsWith(word))
        .map(comment -> comment.substring(word.length()).strip())
        .findFirst();
  }

  boolean isJava() {
    return language.equals("java");
  }

  boolean isCompiled() {
    return isJava() && comment(NOT_COMPILED).isEmpty();
  }

  @Override
  public String toString() {
    return page + ":" + line + " (" + language + ")";
  }
}
