package dev.respool.it.compilers;

import dev.respool.it.harness.ClassFiles;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The source files of a folder and what one call of a compiler made of them. */
public final class CompiledTargets {
  private static final String CLASS = ".class";
  private static final Path KEPT = Path.of("target/compiled-targets");
  private static final int DIGEST_BYTES = 8;

  private final List<String> names;
  private final Map<String, byte[]> classFiles;

  private CompiledTargets(List<String> names, Map<String, byte[]> classFiles) {
    this.names = names;
    this.classFiles = classFiles;
  }

  /**
   * Compiles all files of the folder and below it that end as the compiler's do, unless an earlier
   * run of the tests, on whichever JDK, has compiled the very same ones.
   */
  public static CompiledTargets of(SourceCompiler compiler, Path folder) throws IOException {
    List<Path> sources = sources(folder, compiler.extension());
    Path output = KEPT.resolve(compiler.getClass().getSimpleName() + "-" + digest(sources));
    if (!Files.exists(output)) {
      compile(compiler, sources, output);
    }
    List<String> names =
        sources.stream()
            .filter(source -> source.getParent().equals(folder))
            .map(source -> stem(source, compiler.extension()))
            .toList();
    return new CompiledTargets(names, classFiles(output));
  }

  /** The names of the source files of the folder itself, without their endings. */
  public List<String> names() {
    return names;
  }

  /** The class files in front of those of the class path; a new object each time. */
  public ClassFiles classFiles() {
    return new ClassFiles().addAll(classFiles);
  }

  private static List<Path> sources(Path folder, String extension) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
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

  /** A run that is stopped meanwhile leaves nothing that looks complete. */
  private static void compile(SourceCompiler compiler, List<Path> sources, Path output)
      throws IOException {
    Files.createDirectories(KEPT);
    Path fresh = Files.createTempDirectory(KEPT, "fresh");
    compiler.compile(sources, fresh);
    Files.move(fresh, output);
  }

  /** Of the sources and of the class path, on which the compiler's version stands. */
  private static String digest(List<Path> sources) throws IOException {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update(SourceCompiler.classPath().getBytes(StandardCharsets.UTF_8));
      for (Path source : sources) {
        digest.update(Files.readAllBytes(source));
      }
      return HexFormat.of().formatHex(digest.digest(), 0, DIGEST_BYTES);
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("every JDK has SHA-256", e);
    }
  }
}
