package dev.respool;

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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The pages of the large packages say of each class, exactly once, which question it answers. */
class PackageRoomsTest {
  private static final Path PACKAGES = Path.of("src", "main", "java", "dev", "respool");
  private static final String PAGE = "package-info.java";
  private static final Pattern NAME = Pattern.compile("\\{@code (\\w+)}");

  private static List<String> listed(String room) throws IOException {
    Path file = PACKAGES.resolve(room).resolve(PAGE);
    String page = Files.readString(file).replaceAll("\\s*\n \\*\\s*", " ");
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

  private static Set<String> classes(String room) throws IOException {
    try (Stream<Path> files = Files.list(PACKAGES.resolve(room))) {
      Set<String> names = new TreeSet<>();
      files
          .map(file -> file.getFileName().toString())
          .filter(file -> file.endsWith(".java") && !file.equals(PAGE))
          .forEach(file -> names.add(file.substring(0, file.length() - ".java".length())));
      return names;
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"abi", "loop"})
  void each_class_stands_under_a_question(String room) throws IOException {
    Set<String> missing = classes(room);
    missing.removeAll(listed(room));
    assertEquals(
        Set.of(),
        missing,
        "put each of these into the list of package-info.java under the question that it answers");
  }

  @ParameterizedTest
  @ValueSource(strings = {"abi", "loop"})
  void no_class_stands_under_two_questions(String room) throws IOException {
    Set<String> seen = new TreeSet<>();
    List<String> twice = listed(room).stream().filter(name -> !seen.add(name)).toList();
    assertEquals(
        List.of(), twice, "leave each of these under one question, or make it two classes");
  }

  @ParameterizedTest
  @ValueSource(strings = {"abi", "loop"})
  void the_page_names_only_classes_that_there_are(String room) throws IOException {
    Set<String> gone = new TreeSet<>(listed(room));
    gone.removeAll(classes(room));
    assertEquals(Set.of(), gone, "take these out of package-info.java");
    assertTrue(listed(room).size() > 40, "the lists are found");
  }
}
