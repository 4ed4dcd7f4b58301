package dev.respool.netty;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Holds the sources against the runtime's public API. They have one package of their own, so that
 * nothing package-private of the runtime can be reached either.
 */
class PublicApiTest {
  private static final Path SOURCES = Path.of("src", "main", "java");
  private static final Set<String> MAY_USE =
      Set.of("dev.respool", "dev.respool.loop", "dev.respool.netty");
  private static final Pattern COMMENT = Pattern.compile("(?s)/\\*.*?\\*/|//[^\n]*");
  private static final Pattern OUR_PACKAGE =
      Pattern.compile("\\bdev\\.respool(?:\\.[a-z]\\w*)*(?=\\.[A-Z*])");
  private static final Pattern PACKAGE = Pattern.compile("(?m)^package ([\\w.]+);");

  @Test
  void the_module_uses_the_public_packages_only() throws IOException {
    Set<String> used = new TreeSet<>();
    for (Path file : sources()) {
      used.addAll(found(OUR_PACKAGE, Files.readString(file), 0));
    }
    used.removeAll(MAY_USE);
    assertEquals(Set.of(), used);
  }

  @Test
  void the_module_has_one_package() throws IOException {
    Set<String> declared = new TreeSet<>();
    for (Path file : sources()) {
      declared.addAll(found(PACKAGE, Files.readString(file), 1));
    }
    assertEquals(Set.of("dev.respool.netty"), declared);
  }

  @Test
  void the_guard_sees_imports_and_qualified_names_but_no_comments() {
    String code = "import dev.respool.abi.Carrier; dev.respool.loop.Task t; // dev.respool.never.A";
    assertEquals(Set.of("dev.respool.abi", "dev.respool.loop"), found(OUR_PACKAGE, code, 0));
  }

  private static Set<String> found(Pattern pattern, String source, int group) {
    Set<String> found = new TreeSet<>();
    String code = COMMENT.matcher(source).replaceAll(" ");
    for (Matcher m = pattern.matcher(code); m.find(); ) {
      found.add(m.group(group));
    }
    return found;
  }

  private static List<Path> sources() throws IOException {
    try (Stream<Path> files = Files.walk(SOURCES)) {
      return files.filter(file -> file.toString().endsWith(".java")).toList();
    }
  }
}
