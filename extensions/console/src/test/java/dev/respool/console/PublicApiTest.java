package dev.respool.console;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.respool.inspect.Inspection;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The module stands on the runtime's public packages. */
class PublicApiTest {
  private static final String INTERNAL = "dev/respool/abi";

  private static List<Path> files(Class<?> of, String ending)
      throws IOException, URISyntaxException {
    Path root = Path.of(of.getProtectionDomain().getCodeSource().getLocation().toURI());
    try (Stream<Path> files = Files.walk(root)) {
      return files.filter(file -> file.toString().endsWith(ending)).toList();
    }
  }

  private static boolean namesInternal(Path file) {
    try {
      return new String(Files.readAllBytes(file), ISO_8859_1).contains(INTERNAL);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void no_class_names_the_internal_package() throws Exception {
    List<Path> classes = files(Console.class, ".class");
    assertTrue(classes.size() > 10);
    assertEquals(List.of(), classes.stream().filter(PublicApiTest::namesInternal).toList());
  }

  @Test
  void the_guard_sees_a_class_that_names_it() throws Exception {
    Path runtime =
        Path.of(Inspection.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    if (Files.isDirectory(runtime)) { // and not a jar
      assertTrue(
          files(Inspection.class, "Inspection.class").stream()
              .anyMatch(PublicApiTest::namesInternal));
    }
  }

  @Test
  void the_libraries_of_the_page_come_with_their_licences() throws Exception {
    Path web = files(Console.class, "index.html").get(0).getParent();
    for (String library : List.of("lit-html", "uplot")) {
      String licence = Files.readString(web.resolve("lib").resolve(library).resolve("LICENSE"));
      assertTrue(licence.contains("Copyright"), licence);
    }
  }
}
