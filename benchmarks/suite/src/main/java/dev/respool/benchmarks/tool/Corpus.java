package dev.respool.benchmarks.tool;

import dev.respool.compiler.Compiler;
import dev.respool.compiler.MethodSizes;
import dev.respool.compiler.suspendable.ClassBytes;
import dev.respool.compiler.suspendable.Patterns;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Many class files in memory, in a random order that is always the same.
 *
 * @param classes the class files
 */
record Corpus(List<byte[]> classes) {
  private static final String CLASS = ".class";

  /** The corpora that a program knows by name; this JDK's own classes differ with the JDK. */
  static final List<String> NAMES = List.of("java.base", "kotlin-stdlib");

  /**
   * Reads a corpus.
   *
   * @param name one of {@link #NAMES}, or the name of a jar file
   */
  static Corpus named(String name) throws IOException {
    return switch (name) {
      case "java.base" ->
          below(FileSystems.getFileSystem(URI.create("jrt:/")), "/modules/java.base");
      case "kotlin-stdlib" -> inJar(jarOf("kotlin.Unit"), "/kotlin");
      default -> inJar(Path.of(name), "/");
    };
  }

  private static Path jarOf(String className) {
    try {
      Class<?> type = Class.forName(className);
      return Path.of(type.getProtectionDomain().getCodeSource().getLocation().getPath());
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException(className + " is not on the class path", e);
    }
  }

  private static Corpus inJar(Path jar, String directory) throws IOException {
    try (FileSystem files = FileSystems.newFileSystem(jar)) {
      return below(files, directory);
    }
  }

  private static Corpus below(FileSystem files, String directory) throws IOException {
    List<byte[]> classes = new ArrayList<>();
    try (Stream<Path> paths = Files.walk(files.getPath(directory))) {
      for (Path path : paths.filter(Corpus::isClass).sorted().toList()) {
        classes.add(Files.readAllBytes(path));
      }
    }
    Collections.shuffle(classes, new Random(0));
    return new Corpus(classes);
  }

  private static boolean isClass(Path path) {
    return path.toString().endsWith(CLASS)
        && !path.endsWith("module-info.class")
        && !path.startsWith("/META-INF");
  }

  /** The compiler to which all methods of the corpus are suspendable. */
  Compiler compiler() {
    return new Compiler(inMemory(), everything());
  }

  /** As if each class had been asked for before, so that no files are read while it compiles. */
  private static ClassBytes inMemory() {
    Map<String, Optional<byte[]>> known = new ConcurrentHashMap<>();
    return name -> known.computeIfAbsent(name, Corpus::resource);
  }

  private static Optional<byte[]> resource(String name) {
    try (InputStream bytes = ClassLoader.getSystemResourceAsStream(name + CLASS)) {
      return bytes == null ? Optional.empty() : Optional.of(bytes.readAllBytes());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A pattern for each of the outermost packages; there is none for all classes. */
  private Patterns everything() {
    return Patterns.of(
        classes.stream()
            .map(bytes -> MethodSizes.of(bytes).className())
            .filter(name -> name.contains("/"))
            .map(name -> name.substring(0, name.indexOf('/')) + ".**")
            .collect(Collectors.toSet()));
  }

  /** Megabytes of class files. */
  double megabytes() {
    return classes.stream().mapToLong(bytes -> bytes.length).sum() / 1e6;
  }
}
