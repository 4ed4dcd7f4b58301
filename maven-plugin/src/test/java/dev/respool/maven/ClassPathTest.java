package dev.respool.maven;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.respool.compiler.suspendable.Patterns;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClassPathTest {
  private static final String SUSPENDABLES = "META-INF/respool/suspendables";

  @TempDir Path root;

  @Test
  void classes_are_found_in_directories_and_jars() throws IOException {
    Path directory = directory("classes", Map.of("com/acme/Pump.class", "pump"));
    Path jar = jar("lib.jar", Map.of("org/lib/Pipe.class", "pipe"));

    assertEquals(Optional.of("pump"), find("com/acme/Pump", directory, jar));
    assertEquals(Optional.of("pipe"), find("org/lib/Pipe", directory, jar));
    assertEquals(Optional.empty(), find("org/lib/Other", directory, jar));
  }

  @Test
  void of_classes_of_one_name_the_first_counts() throws IOException {
    Path directory = directory("classes", Map.of("com/acme/Pump.class", "first"));
    Path jar = jar("lib.jar", Map.of("com/acme/Pump.class", "second"));

    assertEquals(Optional.of("first"), find("com/acme/Pump", directory, jar));
    assertEquals(Optional.of("second"), find("com/acme/Pump", jar, directory));
  }

  @Test
  void classes_of_the_jdk_are_found_last() throws IOException {
    Path directory = directory("classes", Map.of("java/util/List.class", "shadow"));

    try (ClassPath classPath = open(directory);
        InputStream in = ClassLoader.getSystemResourceAsStream("java/util/ArrayList.class")) {
      assertArrayEquals(in.readAllBytes(), classPath.find("java/util/ArrayList").orElseThrow());
    }
    assertEquals(Optional.of("shadow"), find("java/util/List", directory));
  }

  @Test
  void a_multi_release_jar_shows_what_this_jvm_would_load() throws IOException {
    Path jar =
        jar(
            "multi.jar",
            Map.of(
                "com/acme/Pump.class", "old",
                "META-INF/versions/17/com/acme/Pump.class", "new",
                "META-INF/versions/99/com/acme/Pump.class", "not yet"));

    assertEquals(Optional.of("new"), find("com/acme/Pump", jar));
  }

  @Test
  void elements_that_do_not_exist_or_are_poms_are_left_out() throws IOException {
    Path pom = Files.writeString(root.resolve("parent-1.pom"), "<project/>");
    Path jar = jar("lib.jar", Map.of("org/lib/Pipe.class", "pipe"));

    assertEquals(Optional.of("pipe"), find("org/lib/Pipe", root.resolve("missing"), pom, jar));
  }

  @Test
  void a_damaged_jar_is_named() throws IOException {
    Path damaged = Files.writeString(root.resolve("damaged.jar"), "no zip");

    IOException failure = assertThrows(IOException.class, () -> open(damaged));

    assertTrue(failure.getMessage().contains(damaged.toString()), failure.getMessage());
  }

  @Test
  void the_patterns_of_all_elements_count() throws IOException {
    Path directory = directory("classes", Map.of(SUSPENDABLES, "# ours\n\ncom.acme.*\n"));
    Path jar = jar("lib.jar", Map.of(SUSPENDABLES, " org.lib.** \r\n"));
    Path silent = jar("silent.jar", Map.of("org/silent/Pipe.class", "pipe"));

    try (ClassPath classPath = open(directory, silent, jar)) {
      Patterns patterns = classPath.suspendables();

      assertTrue(patterns.matches("com/acme/Pump"));
      assertTrue(patterns.matches("org/lib/deep/Pipe"));
      assertFalse(patterns.matches("org/silent/Pipe"));
    }
  }

  private static Optional<String> find(String internalName, Path... elements) throws IOException {
    try (ClassPath classPath = open(elements)) {
      return classPath.find(internalName).map(b -> new String(b, StandardCharsets.UTF_8));
    }
  }

  private static ClassPath open(Path... elements) throws IOException {
    return new ClassPath(Arrays.stream(elements).map(Path::toString).toList());
  }

  private Path directory(String name, Map<String, String> files) throws IOException {
    Path directory = root.resolve(name);
    for (Map.Entry<String, String> file : files.entrySet()) {
      Path path = directory.resolve(file.getKey());
      Files.createDirectories(path.getParent());
      Files.writeString(path, file.getValue());
    }
    return directory;
  }

  private Path jar(String name, Map<String, String> files) throws IOException {
    Manifest manifest = new Manifest();
    manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
    manifest.getMainAttributes().put(Attributes.Name.MULTI_RELEASE, "true");
    Path jar = root.resolve(name);
    try (OutputStream file = Files.newOutputStream(jar);
        JarOutputStream out = new JarOutputStream(file, manifest)) {
      for (Map.Entry<String, String> entry : new TreeMap<>(files).entrySet()) {
        out.putNextEntry(new JarEntry(entry.getKey()));
        out.write(entry.getValue().getBytes(StandardCharsets.UTF_8));
      }
    }
    return jar;
  }
}
