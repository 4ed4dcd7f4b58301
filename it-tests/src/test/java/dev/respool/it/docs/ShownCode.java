package dev.respool.it.docs;

import java.nio.file.Path;
import java.util.List;

/** Code of the pages, for tests that run it in JVMs of their own. */
public final class ShownCode {
  private final List<Block> blocks;
  private final int index;

  private ShownCode(List<Block> blocks, int index) {
    this.blocks = blocks;
    this.index = index;
  }

  /**
   * A block of Java.
   *
   * @param page below the project's directory
   * @param words that stand in this block of the page and in no other
   */
  public static ShownCode of(String page, String words) {
    List<Block> blocks =
        Page.all().stream()
            .filter(other -> other.path().equals(Path.of(page)))
            .flatMap(other -> other.blocks().stream())
            .toList();
    List<Block> found =
        blocks.stream().filter(b -> b.isJava() && b.text().contains(words)).toList();
    if (found.size() != 1) {
      throw new AssertionError(page + " has not one block with '" + words + "': " + found);
    }
    return new ShownCode(blocks, blocks.indexOf(found.get(0)));
  }

  /** The class that it shows. */
  public String type() {
    return blocks.get(index).text();
  }

  /** The members that it shows, put into a class; the usual imports stand above. */
  public String in(String type) {
    String head = type.substring(0, type.lastIndexOf('}'));
    return JavaBlock.IMPORTS + head + blocks.get(index).text() + "\n}\n";
  }

  /** The lines of the text that follows it. */
  public List<String> printed() {
    return blocks.get(index + 1).text().lines().toList();
  }
}
