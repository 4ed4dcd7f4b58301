package dev.respool.abi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The package page says of each class, exactly once, which question it answers. */
class AbiRoomsTest {
  private static final Path ROOM = Path.of("src", "main", "java", "dev", "respool", "abi");
  private static final String PAGE = "package-info.java";
  private static final Pattern NAME = Pattern.compile("\\{@code (\\w+)}");

  private static List<String> listed() throws IOException {
    String page = Files.readString(ROOM.resolve(PAGE)).replaceAll("\\s*\n \\*\\s*", " ");
    List<String> names = new ArrayList<>();
    Matcher list = Pattern.compile("<ul>(.*?)</ul>").matcher(page);
    while (list.find()) {
      Matcher name = NAME.matcher(list.group(1));
      while (name.find()) {
        names.add(name.group(1));
      }
    }
    return names;
  }

  private static Set<String> classes() throws IOException {
    try (Stream<Path> files = Files.list(ROOM)) {
      Set<String> names = new TreeSet<>();
      files
          .map(file -> file.getFileName().toString())
          .filter(file -> file.endsWith(".java") && !file.equals(PAGE))
          .forEach(file -> names.add(file.substring(0, file.length() - ".java".length())));
      return names;
    }
  }

  @Test
  void each_class_stands_under_a_question() throws IOException {
    Set<String> missing = classes();
    missing.removeAll(listed());
    assertEquals(
        Set.of(),
        missing,
        "put each of these into the list of package-info.java under the question that it answers");
  }

  @Test
  void no_class_stands_under_two_questions() throws IOException {
    Set<String> seen = new TreeSet<>();
    List<String> twice = listed().stream().filter(name -> !seen.add(name)).toList();
    assertEquals(
        List.of(), twice, "leave each of these under one question, or make it two classes");
  }

  @Test
  void the_page_names_only_classes_that_there_are() throws IOException {
    Set<String> gone = new TreeSet<>(listed());
    gone.removeAll(classes());
    assertEquals(Set.of(), gone, "take these out of package-info.java");
    assertTrue(listed().size() > 40, "the lists are found");
  }
}
