package dev.respool.maven;

import dev.respool.compiler.suspendable.Patterns;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The class files below an output directory. */
final class ClassDirectory {
  /** Where a multi-release jar has its newer versions of classes (JEP 238). */
  private static final Pattern RELEASE = Pattern.compile("^META-INF/versions/\\d+/");

  private final Path root;
  private final Predicate<String> chosen;

  /**
   * Chooses classes by patterns.
   *
   * @param root may be missing: then there are none
   * @param includes the classes; all if empty
   * @param excludes the classes not to take all the same
   */
  ClassDirectory(Path root, List<String> includes, List<String> excludes) {
    Patterns included = Patterns.of(includes);
    Patterns excluded = Patterns.of(excludes);
    this.root = root;
    this.chosen = name -> (includes.isEmpty() || included.matches(name)) && !excluded.matches(name);
  }

  /** The chosen class files, sorted, without module descriptors. */
  List<Path> classFiles() throws IOException {
    if (!Files.isDirectory(root)) {
      return List.of();
    }
    try (Stream<Path> files = Files.walk(root)) {
      return files
          .filter(file -> file.toString().endsWith(".class"))
          .filter(file -> !file.endsWith("module-info.class"))
          .filter(file -> chosen.test(internalName(file)))
          .sorted()
          .toList();
    }
  }

  private String internalName(Path file) {
    String relative = root.relativize(file).toString().replace('\\', '/');
    String name = relative.substring(0, relative.length() - ".class".length());
    return RELEASE.matcher(name).replaceFirst("");
  }

  /** Replaces a file at once, so that nobody sees half of it. */
  static void replace(Path file, byte[] content) throws IOException {
    // Not made by createTempFile: that file would be readable by its owner only.
    Path temporary = file.resolveSibling(file.getFileName() + ".respool");
    try {
      Files.write(temporary, content);
      Files.move(temporary, file, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(temporary);
    }
  }
}
