package dev.respool.maven;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClassDirectoryTest {
  @TempDir Path root;

  @BeforeEach
  void put_classes_and_other_files() throws IOException {
    for (String name :
        List.of(
            "Top.class",
            "com/acme/Pump.class",
            "com/acme/Pump$Valve.class",
            "com/acme/Pump.txt",
            "com/acme/deep/Pipe.class",
            "module-info.class",
            "META-INF/versions/21/module-info.class")) {
      Files.createDirectories(root.resolve(name).getParent());
      Files.writeString(root.resolve(name), name);
    }
  }

  @Test
  void all_class_files_are_chosen_sorted_but_no_module_descriptors() throws IOException {
    assertEquals(
        List.of(
            "Top.class",
            "com/acme/Pump$Valve.class",
            "com/acme/Pump.class",
            "com/acme/deep/Pipe.class"),
        chosen(List.of(), List.of()));
  }

  @Test
  void includes_choose() throws IOException {
    assertEquals(
        List.of("com/acme/Pump$Valve.class", "com/acme/Pump.class"),
        chosen(List.of("com.acme.*"), List.of()));
  }

  @Test
  void excludes_outweigh_includes() throws IOException {
    assertEquals(
        List.of("com/acme/deep/Pipe.class"),
        chosen(List.of("com.acme.**"), List.of("com.acme.Pump")));
  }

  @Test
  void patterns_choose_the_versions_of_a_class_for_newer_releases_too() throws IOException {
    Path newer = root.resolve("META-INF/versions/21/com/acme/Pump.class");
    Files.createDirectories(newer.getParent());
    Files.writeString(newer, "newer");

    assertEquals(
        List.of(
            "META-INF/versions/21/com/acme/Pump.class",
            "com/acme/Pump$Valve.class",
            "com/acme/Pump.class"),
        chosen(List.of("com.acme.Pump"), List.of()));
    assertEquals(List.of("Top.class"), chosen(List.of(), List.of("com.acme.**")));
  }

  @Test
  void a_missing_directory_holds_nothing() throws IOException {
    Path missing = root.resolve("missing");

    assertEquals(List.of(), new ClassDirectory(missing, List.of(), List.of()).classFiles());
  }

  @Test
  void a_malformed_pattern_is_named() {
    List<String> malformed = List.of("com/acme");

    assertEquals(
        "malformed pattern 'com/acme': write pkg.Class, pkg.Pre*, pkg.* or pkg.**",
        assertThrows(
                IllegalArgumentException.class,
                () -> new ClassDirectory(root, malformed, List.of()))
            .getMessage());
  }

  @Test
  void a_replaced_file_has_its_new_content_and_leaves_nothing_behind() throws IOException {
    Path file = root.resolve("com/acme/deep/Pipe.class");

    ClassDirectory.replace(file, new byte[] {1, 2, 3});

    assertArrayEquals(new byte[] {1, 2, 3}, Files.readAllBytes(file));
    try (Stream<Path> files = Files.list(file.getParent())) {
      assertEquals(List.of(file), files.toList());
    }
  }

  private List<String> chosen(List<String> includes, List<String> excludes) throws IOException {
    return new ClassDirectory(root, includes, excludes)
        .classFiles().stream()
            .map(file -> root.relativize(file).toString().replace('\\', '/'))
            .toList();
  }
}
