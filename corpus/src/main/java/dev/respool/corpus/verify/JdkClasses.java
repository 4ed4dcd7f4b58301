package dev.respool.corpus.verify;

import dev.respool.compiler.suspendable.ClassBytes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/** The class files of all modules of the running JDK, exported or not, resolved or not. */
public final class JdkClasses implements ClassBytes {
  private final FileSystem image = FileSystems.getFileSystem(URI.create("jrt:/"));
  private final Map<String, List<String>> modulesOfPackage = new ConcurrentHashMap<>();

  /** The classes of this JVM's runtime image. */
  public JdkClasses() {}

  /** The names of all modules. */
  List<String> modules() {
    return names(image.getPath("/modules"));
  }

  /** The directory of a module's class files; it need not exist. */
  Path directory(String module) {
    return image.getPath("/modules", module);
  }

  @Override
  public Optional<byte[]> find(String internalName) {
    int end = internalName.lastIndexOf('/');
    if (end < 0) {
      return Optional.empty();
    }
    return modulesOfPackage
        .computeIfAbsent(internalName.substring(0, end).replace('/', '.'), this::modulesOf)
        .stream()
        .map(module -> directory(module).resolve(internalName + ".class"))
        .filter(Files::exists)
        .findFirst()
        .map(JdkClasses::read);
  }

  private List<String> modulesOf(String packageName) {
    Path directory = image.getPath("/packages", packageName);
    return Files.isDirectory(directory) ? names(directory) : List.of();
  }

  private static List<String> names(Path directory) {
    try (Stream<Path> files = Files.list(directory)) {
      return files.map(path -> path.getFileName().toString()).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static byte[] read(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
