package dev.respool.agent.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClassPathTextTest {
  @TempDir Path directory;
  private Path lib;

  @BeforeEach
  void makeFiles() throws IOException {
    lib = Files.createDirectory(directory.resolve("lib"));
    for (String name : List.of("b.jar", "a.JAR", "notes.txt")) {
      Files.createFile(lib.resolve(name));
    }
  }

  private static List<Path> elements(Object... elements) throws IOException {
    List<String> texts = List.of(elements).stream().map(Object::toString).toList();
    return ClassPathText.elements(String.join(File.pathSeparator, texts));
  }

  @Test
  void elements_keep_their_order() throws IOException {
    Path jar = lib.resolve("b.jar");

    assertEquals(List.of(jar, directory), elements(jar, directory));
  }

  @Test
  void an_asterisk_stands_for_all_jars_of_a_directory() throws IOException {
    assertEquals(
        List.of(directory, lib.resolve("a.JAR"), lib.resolve("b.jar")),
        elements(directory, lib + File.separator + "*"));
  }

  @Test
  void what_does_not_exist_is_an_error() {
    Path gone = lib.resolve("gone.jar");

    NoSuchFileException failure =
        assertThrows(NoSuchFileException.class, () -> elements(directory, gone));

    assertEquals(gone.toString(), failure.getMessage());
  }
}
