package dev.respool.agent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

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
  void each_option_makes_another_context() {
    AgentOptions none = AgentOptions.parse("");
    AgentOptions release = AgentOptions.parse("monitors=release");
    AgentOptions named = AgentOptions.parse("suspendable=com.acme.*");
    assertEquals(
        CacheContext.of("one", none, Patterns.none()),
        CacheContext.of("one", AgentOptions.parse(null), Patterns.none()));
    assertEquals(
        5,
        Set.of(
                CacheContext.of("one", none, Patterns.none()),
                CacheContext.of("two", none, Patterns.none()),
                CacheContext.of("one", none, Patterns.parse("com.acme.*")),
                CacheContext.of("one", named, Patterns.none()),
                CacheContext.of("one", release, Patterns.none()))
            .size());
  }
}
