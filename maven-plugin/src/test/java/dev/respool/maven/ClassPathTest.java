package dev.respool.maven;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.respool.compiler.suspendable.Patterns;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClassPathTest {
  private static final String SUSPENDABLES = "META-INF/respool/suspendables";

  @TempDir Path directory;

  @Test
  void classes_are_found_in_directories_and_jars_in_order_and_in_the_jdk() throws IOException {
    Path classes = directory("classes", "a/A.class", "directory");
    Path jar = jar("library.jar", "a/A.class", "jar");
    Path other = jar("other.jar", "b/B.class", "other");

    try (ClassPath path = classPath(classes, jar, other, directory.resolve("missing.jar"))) {
      assertEquals("directory", text(path.find("a/A")));
      assertEquals("other", text(path.find("b/B")));
      assertEquals(Optional.empty(), path.find("c/C"));
      byte[] object = path.find("java/lang/Object").orElseThrow();
      assertArrayEquals(new byte[] {(byte) 0xCA, (byte) 0xFE}, new byte[] {object[0], object[1]});
    }
  }

  @Test
  void patterns_of_directories_and_jars_are_joined() throws IOException {
    Path classes = directory("classes", SUSPENDABLES, "# ours\na.**\n");
    Path jar = jar("library.jar", SUSPENDABLES, "b.B\n\n");

    try (ClassPath path = classPath(classes, jar)) {
      Patterns patterns = path.suspendables();

      assertTrue(patterns.matches("a/deep/A"));
      assertTrue(patterns.matches("b/B"));
      assertFalse(patterns.matches("c/C"));
    }
  }

  @Test
  void a_jar_that_cannot_be_opened_is_named() throws IOException {
    Path broken = Files.writeString(directory.resolve("broken.jar"), "this is no jar");

    IOException failure = assertThrows(IOException.class, () -> classPath(broken).close());

    assertTrue(failure.getMessage().contains(broken.toString()), failure.getMessage());
  }

  private static ClassPath classPath(Path... elements) throws IOException {
    return new ClassPath(List.of(elements).stream().map(Path::toString).toList());
  }

  private static String text(Optional<byte[]> bytes) {
    return new String(bytes.orElseThrow(), StandardCharsets.UTF_8);
  }

  private Path directory(String name, String entry, String content) throws IOException {
    Path root = directory.resolve(name);
    Files.createDirectories(root.resolve(entry).getParent());
    Files.writeString(root.resolve(entry), content);
    return root;
  }

  private Path jar(String name, String entry, String content) throws IOException {
    Path file = directory.resolve(name);
    try (OutputStream out = Files.newOutputStream(file);
        JarOutputStream jar = new JarOutputStream(out)) {
      jar.putNextEntry(new JarEntry(entry));
      jar.write(content.getBytes(StandardCharsets.UTF_8));
    }
    return file;
  }
}
