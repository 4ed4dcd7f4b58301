package dev.respool.corpus.verify;

import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.jar.JarFile;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipException;

/** Finds the class files of a directory or a jar, those of a multi-release jar's versions too. */
final class ClassFiles {
  private static final String SUFFIX = ".class";
  private static final Pattern VERSIONED = Pattern.compile("META-INF/versions/(\\d+)/(.+)");

  private ClassFiles() {}

  /** A class file that has not been read, and the version of a multi-release jar it is for. */
  record Found(Path directory, String place, String internalName, int version) {
    static Found of(Path directory, Path file) {
      String place = directory.relativize(file).toString().replace('\\', '/');
      String stem = place.substring(0, place.length() - SUFFIX.length());
      Matcher versioned = VERSIONED.matcher(stem);
      return versioned.matches()
          ? new Found(directory, place, versioned.group(2), Integer.parseInt(versioned.group(1)))
          : new Found(directory, place, stem, 0);
    }

    SubjectClass read(boolean inEffect) throws IOException {
      byte[] bytes = Files.readAllBytes(directory.resolve(place));
      return new SubjectClass(internalName, place, bytes, inEffect).underItsOwnName();
    }
  }

  static List<SubjectClass> ofJar(Path jar) throws IOException {
    if (!Files.isRegularFile(jar)) {
      throw new NoSuchFileException(jar.toString(), null, "no such jar");
    }
    try (JarFile opened = new JarFile(jar.toFile());
        FileSystem files = FileSystems.newFileSystem(jar)) {
      int newest = opened.isMultiRelease() ? Runtime.version().feature() : 0;
      return read(below(files.getPath("/")), newest);
    } catch (ZipException e) {
      throw new IOException(jar + ": no jar: " + e.getMessage(), e);
    }
  }

  /** In the order of their names. */
  static List<Found> below(Path directory) throws IOException {
    if (!Files.isDirectory(directory)) {
      throw new NoSuchFileException(directory.toString(), null, "no such module in this JDK");
    }
    try (Stream<Path> paths = Files.walk(directory)) {
      return paths
          .filter(path -> path.toString().endsWith(SUFFIX))
          .sorted()
          .map(path -> Found.of(directory, path))
          .toList();
    }
  }

  /**
   * Classes that do not stand where their names say, as Jython's {@code Lib/zlib$py.class}, are
   * known by the names that are in them; of several of one name the first is in effect.
   *
   * @param newest version of a multi-release jar to be in effect
   */
  static List<SubjectClass> read(List<Found> found, int newest) throws IOException {
    Map<String, Integer> inEffect = new HashMap<>();
    found.stream()
        .filter(file -> file.version() <= newest)
        .forEach(file -> inEffect.merge(file.internalName(), file.version(), Math::max));
    List<SubjectClass> classes = new ArrayList<>();
    Set<String> misplaced = new HashSet<>();
    for (Found file : found) {
      Integer version = inEffect.get(file.internalName());
      SubjectClass read = file.read(version != null && version == file.version());
      boolean isOther =
          !read.internalName().equals(file.internalName())
              && (inEffect.containsKey(read.internalName()) || !misplaced.add(read.internalName()));
      classes.add(isOther ? read.notInEffect() : read);
    }
    return classes;
  }
}
