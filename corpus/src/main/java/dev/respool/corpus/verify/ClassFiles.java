package dev.respool.corpus.verify;

import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.jar.JarFile;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Finds the class files of a directory or a jar, those of a multi-release jar's versions too. */
final class ClassFiles {
  private static final String SUFFIX = ".class";
  private static final Pattern VERSIONED = Pattern.compile("META-INF/versions/(\\d+)/(.+)");

  private ClassFiles() {}

  /** A class file and the version that it is for. */
  private record Found(String place, String internalName, int version) {
    static Found of(String place) {
      String stem = place.substring(0, place.length() - SUFFIX.length());
      Matcher versioned = VERSIONED.matcher(stem);
      return versioned.matches()
          ? new Found(place, versioned.group(2), Integer.parseInt(versioned.group(1)))
          : new Found(place, stem, 0);
    }
  }

  static List<SubjectClass> ofJar(Path jar) throws IOException {
    if (!Files.isRegularFile(jar)) {
      throw new NoSuchFileException(jar.toString(), null, "no such jar");
    }
    try (JarFile opened = new JarFile(jar.toFile());
        FileSystem files = FileSystems.newFileSystem(jar)) {
      int newest = opened.isMultiRelease() ? Runtime.version().feature() : 0;
      return below(files.getPath("/"), newest);
    }
  }

  static List<SubjectClass> below(Path directory) throws IOException {
    if (!Files.isDirectory(directory)) {
      throw new NoSuchFileException(directory.toString(), null, "no such module in this JDK");
    }
    return below(directory, 0);
  }

  private static List<SubjectClass> below(Path directory, int newest) throws IOException {
    List<Found> found = new ArrayList<>();
    try (Stream<Path> paths = Files.walk(directory)) {
      paths
          .filter(path -> path.toString().endsWith(SUFFIX))
          .map(path -> directory.relativize(path).toString().replace('\\', '/'))
          .sorted()
          .forEach(place -> found.add(Found.of(place)));
    }
    Map<String, Integer> inEffect = new HashMap<>();
    found.stream()
        .filter(file -> file.version() <= newest)
        .forEach(file -> inEffect.merge(file.internalName(), file.version(), Math::max));
    List<SubjectClass> classes = new ArrayList<>();
    for (Found file : found) {
      Integer version = inEffect.get(file.internalName());
      boolean loads = version != null && version == file.version();
      byte[] bytes = Files.readAllBytes(directory.resolve(file.place()));
      classes.add(new SubjectClass(file.internalName(), file.place(), bytes, loads));
    }
    return classes;
  }
}
