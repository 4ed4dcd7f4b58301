package dev.respool.maven;

import dev.respool.compiler.suspendable.ClassBytes;
import dev.respool.compiler.suspendable.Patterns;
import java.io.Closeable;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.jar.JarFile;
import java.util.zip.ZipEntry;

/**
 * The class files that a project's classes can name: its class path, in order, then the JDK that
 * runs the build.
 */
final class ClassPath implements ClassBytes, Closeable {
  private static final String SUSPENDABLES = "META-INF/respool/suspendables";

  private final List<Entry> entries = new ArrayList<>();

  /** A directory or a jar. */
  private interface Entry extends Closeable {
    Optional<byte[]> read(String resource) throws IOException;
  }

  private record Directory(Path root) implements Entry {
    @Override
    public Optional<byte[]> read(String resource) throws IOException {
      Path file = root.resolve(resource);
      return Files.isRegularFile(file) ? Optional.of(Files.readAllBytes(file)) : Optional.empty();
    }

    @Override
    public void close() {}
  }

  private record Jar(JarFile file) implements Entry {
    @Override
    public Optional<byte[]> read(String resource) throws IOException {
      ZipEntry entry = file.getEntry(resource);
      if (entry == null) {
        return Optional.empty();
      }
      try (InputStream in = file.getInputStream(entry)) {
        return Optional.of(in.readAllBytes());
      }
    }

    @Override
    public void close() throws IOException {
      file.close();
    }
  }

  /**
   * Opens a class path.
   *
   * @param elements directories and jars; what does not exist is left out, as a JVM does
   */
  ClassPath(Collection<String> elements) throws IOException {
    for (String element : elements) {
      File file = new File(element);
      if (file.isDirectory()) {
        entries.add(new Directory(file.toPath()));
      } else if (file.isFile() && !element.endsWith(".pom")) {
        entries.add(new Jar(open(file)));
      }
    }
  }

  private JarFile open(File file) throws IOException {
    try {
      return new JarFile(file, false, JarFile.OPEN_READ, Runtime.version());
    } catch (IOException e) {
      close();
      throw new IOException("cannot open " + file + " on the class path: " + e.getMessage(), e);
    }
  }

  @Override
  public Optional<byte[]> find(String internalName) {
    String resource = internalName + ".class";
    try {
      for (Entry entry : entries) {
        Optional<byte[]> found = entry.read(resource);
        if (found.isPresent()) {
          return found;
        }
      }
      return ofJdk(resource);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the class file of " + internalName, e);
    }
  }

  private static Optional<byte[]> ofJdk(String resource) throws IOException {
    try (InputStream in = ClassLoader.getSystemResourceAsStream(resource)) {
      return in == null ? Optional.empty() : Optional.of(in.readAllBytes());
    }
  }

  /** The patterns that the entries bring along in {@code META-INF/respool/suspendables}. */
  Patterns suspendables() throws IOException {
    Patterns all = Patterns.none();
    for (Entry entry : entries) {
      Optional<byte[]> file = entry.read(SUSPENDABLES);
      if (file.isPresent()) {
        all = all.and(Patterns.ofLines(new String(file.get(), StandardCharsets.UTF_8)));
      }
    }
    return all;
  }

  @Override
  public void close() throws IOException {
    for (Entry entry : entries) {
      entry.close();
    }
  }
}
