package dev.respool.corpus.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FiguresTest {
  @TempDir private Path directory;

  @Test
  void what_is_recorded_is_read_again() throws IOException {
    Figures figures =
        Figures.ofThisJvm()
            .with("subject", "a=b.jar")
            .with("points", 3)
            .with("refusal.TOO_MUCH", 2);
    Path file = directory.resolve("new").resolve("record");
    figures.write(file);
    Figures read = Figures.read(file);
    assertEquals(figures, read);
    assertEquals("a=b.jar", read.text("subject"));
    assertEquals(3, read.count("points"));
    assertEquals(0, read.count("nothing"));
    assertEquals(Map.of("TOO_MUCH", 2L), read.refusals());
  }

  @Test
  void another_file_is_no_record() throws IOException {
    Path file = Files.writeString(directory.resolve("other"), "some words");
    assertThrows(IOException.class, () -> Figures.read(file));
  }
}
