package dev.respool.agent.command;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A class path as the launcher {@code java} reads it, with {@code lib/*} for all jars of a
 * directory. What does not exist is an error: its classes would seem to have gone.
 */
final class ClassPathText {
  private static final Pattern SEPARATOR = Pattern.compile(Pattern.quote(File.pathSeparator));
  private static final Pattern ALL_JARS = Pattern.compile("(|.*[/\\\\])\\*");

  private ClassPathText() {}

  /**
   * Its elements in their order; the jars of a directory by name.
   *
   * @throws NoSuchFileException for one that does not exist
   */
  static List<Path> elements(String text) throws IOException {
    List<Path> elements = new ArrayList<>();
    for (String element : SEPARATOR.split(text)) {
      if (ALL_JARS.matcher(element).matches()) {
        elements.addAll(jars(Path.of(element.substring(0, element.length() - 1))));
      } else {
        elements.add(existing(Path.of(element)));
      }
    }
    return elements;
  }

  private static Path existing(Path element) throws NoSuchFileException {
    if (!Files.exists(element)) {
      throw new NoSuchFileException(element.toString());
    }
    return element;
  }

  private static List<Path> jars(Path directory) throws IOException {
    try (Stream<Path> files = Files.list(directory)) {
      return files.filter(ClassPathText::isJar).sorted().toList();
    }
  }

  private static boolean isJar(Path file) {
    return file.toString().toLowerCase(Locale.ROOT).endsWith(".jar");
  }
}
