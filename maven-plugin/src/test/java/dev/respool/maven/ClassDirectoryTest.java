package dev.respool.maven;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClassDirectoryTest {
  @TempDir Path root;

  @Test
  void a_missing_directory_has_no_class_files() throws IOException {
    assertEquals(List.of(), chosen(root.resolve("missing"), List.of(), List.of()));
  }

  @Test
  void class_files_are_found_in_order_and_nothing_else() throws IOException {
    files("b/B.class", "a/A$1.class", "a/A.class", "a/A.txt", "module-info.class");

    assertEquals(List.of("a/A$1.class", "a/A.class", "b/B.class"), chosen(List.of(), List.of()));
  }

  @Test
  void patterns_choose_and_exclusion_wins() throws IOException {
    files("a/A.class", "a/deep/D.class", "a/X.class", "b/B.class");

    assertEquals(
        List.of("a/A.class", "a/deep/D.class"), chosen(List.of("a.**"), List.of("a.X", "b.*")));
    assertEquals(List.of("b/B.class"), chosen(List.of(), List.of("a.**")));
  }

  @Test
  void a_file_is_replaced_and_nothing_stays_beside_it() throws IOException {
    files("a/A.class");
    Path file = root.resolve("a/A.class");

    ClassDirectory.replace(file, new byte[] {1, 2});

    assertEquals(2, Files.size(file));
    try (Stream<Path> files = Files.list(file.getParent())) {
      assertEquals(1, files.count());
    }
  }

  @Test
  void a_replaced_file_can_be_read_by_others_as_before() throws IOException {
    Assumptions.assumeTrue(root.getFileSystem().supportedFileAttributeViews().contains("posix"));
    files("a/A.class");
    Path file = root.resolve("a/A.class");
    String before = PosixFilePermissions.toString(Files.getPosixFilePermissions(file));

    ClassDirectory.replace(file, new byte[] {1});

    assertEquals(before, PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
  }

  private void files(String... names) throws IOException {
    for (String name : names) {
      Path file = root.resolve(name);
      Files.createDirectories(file.getParent());
      Files.createFile(file);
    }
  }

  private List<String> chosen(List<String> includes, List<String> excludes) throws IOException {
    return chosen(root, includes, excludes);
  }

  private static List<String> chosen(Path root, List<String> includes, List<String> excludes)
      throws IOException {
    Stream<Path> files = new ClassDirectory(root, includes, excludes).classFiles().stream();
    return files.map(file -> root.relativize(file).toString().replace('\\', '/')).toList();
  }
}
