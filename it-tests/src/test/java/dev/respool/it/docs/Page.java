package dev.respool.it.docs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A page of the documentation: its text, and where it stands below the project's directory. */
record Page(Path path, String text) {
  static final Path PROJECT = Path.of("..").toAbsolutePath().normalize();

  private static final String FENCE = "```";
  private static final Pattern MERGE_MARK = Pattern.compile("<{7} .*|={7}|>{7} .*");
  private static final Pattern COMMENT = Pattern.compile("(?s)<!--(.*?)-->\\s*");

  /** Those of the project's directory and of {@code docs}, decisions too. */
  static List<Page> all() {
    return Stream.of(PROJECT, PROJECT.resolve("docs"), PROJECT.resolve("docs/decisions"))
        .flatMap(Page::markdown)
        .map(Page::read)
        .toList();
  }

  private static Stream<Path> markdown(Path directory) {
    try (Stream<Path> files = Files.list(directory)) {
      return files.filter(file -> file.toString().endsWith(".md")).sorted().toList().stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Page read(Path file) {
    try {
      return new Page(PROJECT.relativize(file), Files.readString(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The lines that git leaves where two changes contradict each other. */
  List<String> mergeMarks() {
    return text.lines().filter(line -> MERGE_MARK.matcher(line).matches()).toList();
  }

  /** All fenced blocks in their order. */
  List<Block> blocks() {
    List<String> lines = text.lines().toList();
    List<Block> blocks = new ArrayList<>();
    for (int start = 0; start < lines.size(); start++) {
      if (isFence(lines.get(start))) {
        int end = end(lines, start);
        blocks.add(block(lines, start, end));
        start = end;
      }
    }
    return blocks;
  }

  private static boolean isFence(String line) {
    return line.strip().startsWith(FENCE);
  }

  private int end(List<String> lines, int start) {
    for (int end = start + 1; end < lines.size(); end++) {
      if (isFence(lines.get(end))) {
        return end;
      }
    }
    throw new AssertionError(path + ":" + (start + 1) + ": the block has no end");
  }

  private Block block(List<String> lines, int start, int end) {
    String language = lines.get(start).strip().substring(FENCE.length());
    String content = String.join("\n", lines.subList(start + 1, end)).stripIndent();
    List<String> comments = comments(String.join("\n", lines.subList(0, start)));
    return new Block(path.toString(), start + 1, language, content, comments);
  }

  /** The comments at the end of a text, with nothing but white space behind and between. */
  private static List<String> comments(String before) {
    List<String> found = new ArrayList<>();
    int end = before.length();
    for (MatchResult comment : COMMENT.matcher(before).results().toList()) {
      if (comment.start() != end) {
        found.clear();
      }
      found.add(comment.group(1).strip());
      end = comment.end();
    }
    return end == before.length() ? found : List.of();
  }

  /** The page without its blocks. */
  String prose() {
    return text.replaceAll("(?ms)^\\s*```.*?^\\s*```", "");
  }
}
