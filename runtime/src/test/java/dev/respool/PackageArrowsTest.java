package dev.respool;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Holds the sources of the runtime against the arrows between its packages: loop -> inspect -> abi,
 * loop -> root -> abi, snapshot -> root and abi, jfr -> root and abi. An import counts, and so does
 * a qualified name in the code; comments and literals do not.
 */
class PackageArrowsTest {
  private static final Path SOURCES = Path.of("src", "main", "java");
  private static final String ROOT = "dev.respool";
  private static final String ABI = ROOT + ".abi";
  private static final String LOOP = ROOT + ".loop";
  private static final String INSPECT = ROOT + ".inspect";
  private static final String SNAPSHOT = ROOT + ".snapshot";
  private static final String JFR = ROOT + ".jfr";

  private static final Map<String, Set<String>> MAY_USE =
      Map.of(
          LOOP, Set.of(ROOT, ABI, INSPECT),
          INSPECT, Set.of(ROOT, ABI),
          SNAPSHOT, Set.of(ROOT, ABI),
          JFR, Set.of(ROOT, ABI),
          ROOT, Set.of(ABI),
          ABI, Set.of());

  private static final Pattern COMMENT_OR_LITERAL =
      Pattern.compile(
          "(?s)/\\*.*?\\*/|//[^\n]*|\"\"\".*?\"\"\""
              + "|\"(?:[^\"\\\\\n]|\\\\.)*+\"|'(?:[^'\\\\\n]|\\\\.)*+'");
  private static final Pattern OUR_PACKAGE =
      Pattern.compile("\\bdev\\.respool(?:\\.[a-z]\\w*)*(?=\\.[A-Z*])");

  @Test
  void every_package_uses_only_the_packages_that_it_may() throws IOException {
    List<String> wrong = new ArrayList<>();
    for (Path file : sources()) {
      String own = packageOf(file);
      for (String other : packagesUsedBy(Files.readString(file))) {
        if (!other.equals(own) && !MAY_USE.getOrDefault(own, Set.of()).contains(other)) {
          wrong.add(file + ": " + own + " must not use " + other);
        }
      }
    }
    assertEquals(List.of(), wrong, "the line belongs into a package that may use the other one");
  }

  @Test
  void there_are_no_other_packages() throws IOException {
    Set<String> packages = new TreeSet<>();
    sources().forEach(file -> packages.add(packageOf(file)));
    assertEquals(new TreeSet<>(MAY_USE.keySet()), packages, "a new package needs its arrows here");
  }

  @Test
  void the_guard_sees_imports_and_qualified_names_but_no_comments_or_literals() {
    String code =
        """
        import static dev.respool.abi.Token.of;
        /* dev.respool.never.A */
        String s = "dev.respool.never.B"; // dev.respool.never.C
        dev.respool.loop.Task<String> task;
        """;
    assertEquals(Set.of(ABI, LOOP), packagesUsedBy(code));
  }

  private static Set<String> packagesUsedBy(String source) {
    Set<String> used = new TreeSet<>();
    String code = COMMENT_OR_LITERAL.matcher(source).replaceAll(" ");
    for (Matcher m = OUR_PACKAGE.matcher(code); m.find(); ) {
      used.add(m.group());
    }
    return used;
  }

  private static String packageOf(Path file) {
    return SOURCES.relativize(file.getParent()).toString().replaceAll("[/\\\\]", ".");
  }

  private static List<Path> sources() throws IOException {
    try (Stream<Path> files = Files.walk(SOURCES)) {
      return files
          .filter(file -> file.toString().endsWith(".java") && !file.endsWith("module-info.java"))
          .sorted()
          .toList();
    }
  }
}
