package dev.respool.it.compilers;

import dev.respool.it.harness.ClassFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The source files of one folder and what one call of a compiler made of them. */
public final class CompiledTargets {
  private static final String CLASS = ".class";

  private final List<String> names;
  private final Map<String, byte[]> classFiles;

  private CompiledTargets(List<String> names, Map<String, byte[]> classFiles) {
    this.names = names;
    this.classFiles = classFiles;
  }

  /** Compiles all files of the folder that end as the compiler's do. */
  public static CompiledTargets of(SourceCompiler compiler, Path folder) throws IOException {
    List<Path> sources = sources(folder, compiler.extension());
    Path output = Files.createTempDirectory("respool-targets");
    try {
      compiler.compile(sources, output);
      List<String> names =
          sources.stream().map(source -> stem(source, compiler.extension())).toList();
      return new CompiledTargets(names, classFiles(output));
    } finally {
      delete(output);
    }
  }

  /** The names of the source files without their endings. */
  public List<String> names() {
    return names;
  }

  /** The class files in front of those of the class path; a new object each time. */
  public ClassFiles classFiles() {
    return new ClassFiles().addAll(classFiles);
  }

  private static List<Path> sources(Path folder, String extension) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> file.toString().endsWith(extension)).sorted().toList();
    }
  }

  private static String stem(Path source, String extension) {
    String name = source.getFileName().toString();
    return name.substring(0, name.length() - extension.length());
  }

  private static Map<String, byte[]> classFiles(Path output) throws IOException {
    Map<String, byte[]> found = new TreeMap<>();
    try (Stream<Path> files = Files.walk(output)) {
      for (Path file : files.filter(path -> path.toString().endsWith(CLASS)).toList()) {
        String path = output.relativize(file).toString().replace('\\', '/');
        found.put(path.substring(0, path.length() - CLASS.length()), Files.readAllBytes(file));
      }
    }
    return found;
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      files.sorted(Comparator.reverseOrder()).forEach(CompiledTargets::deleteOne);
    }
  }

  private static void deleteOne(Path file) {
    try {
      Files.delete(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
