package dev.respool.agent;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ClassDumpTest {
  private static final byte[] BYTES = {1, 2, 3};

  @TempDir private Path directory;

  private final ByteArrayOutputStream told = new ByteArrayOutputStream();
  private final Report report = new Report(new PrintStream(told, true), false, () -> {});

  private Path below() {
    return directory.resolve("dump");
  }

  private ClassDump dump() {
    return new ClassDump(below(), report);
  }

  @Test
  void a_class_has_its_file_in_the_directory_of_its_package() throws IOException {
    dump().write("com.acme.Pump", BYTES);
    assertArrayEquals(BYTES, Files.readAllBytes(below().resolve("com/acme/Pump.class")));
    assertEquals("", told.toString());
  }

  @ParameterizedTest
  @ValueSource(strings = {"/com/acme/Pump", "..Pump", "../Pump"})
  void a_class_whose_name_leads_elsewhere_is_not_written(String name) throws IOException {
    dump().write(name, BYTES);
    try (Stream<Path> files = Files.walk(directory)) {
      assertEquals(0, files.filter(Files::isRegularFile).count());
    }
    assertTrue(told.toString().contains("is not written"), told.toString());
  }
}
