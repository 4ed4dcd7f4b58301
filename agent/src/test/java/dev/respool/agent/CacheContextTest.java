package dev.respool.agent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.respool.compiler.plan.Monitors;
import dev.respool.compiler.suspendable.Patterns;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.jar.JarOutputStream;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CacheContextTest {
  @TempDir private Path directory;

  private String ofJar(String file, String entry, int content) throws IOException {
    Path jar = directory.resolve(file);
    try (OutputStream bytes = Files.newOutputStream(jar);
        JarOutputStream out = new JarOutputStream(bytes)) {
      out.putNextEntry(new ZipEntry(entry));
      out.write(content);
    }
    return CacheContext.ofJar(jar);
  }

  @Test
  void an_agent_is_told_from_any_other_by_what_is_in_its_jar() throws IOException {
    String first = ofJar("first.jar", "A.class", 1);
    assertEquals(first, ofJar("elsewhere.jar", "A.class", 1));
    assertEquals(
        3,
        Set.of(first, ofJar("second.jar", "A.class", 2), ofJar("third.jar", "B.class", 1)).size());
  }

  @Test
  void an_agent_that_is_in_no_jar_cannot_be_told() {
    assertThrows(IOException.class, CacheContext::ofThisAgent);
  }

  @Test
  void each_option_of_the_compiler_makes_another_context() {
    Patterns some = Patterns.parse("com.acme.*");
    assertEquals(
        4,
        Set.of(
                CacheContext.of("one", Patterns.none(), Monitors.REFUSE),
                CacheContext.of("two", Patterns.none(), Monitors.REFUSE),
                CacheContext.of("one", some, Monitors.REFUSE),
                CacheContext.of("one", Patterns.none(), Monitors.RELEASE))
            .size());
  }
}
