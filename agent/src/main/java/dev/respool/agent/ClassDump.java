package dev.respool.agent;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Writes transformed class files below a directory, for a reader or a disassembler. */
final class ClassDump {
  private final Path directory;
  private final Report report;

  ClassDump(Path directory, Report report) {
    this.directory = directory;
    this.report = report;
  }

  /** Of classes of one name from several loaders the last one stays. */
  void write(String className, byte[] classFile) {
    Path file = directory.resolve(className.replace('.', '/') + ".class").normalize();
    if (!file.startsWith(directory.normalize())) {
      report.problem(
          className + ": is not written, because its file would not be below " + directory);
      return;
    }
    try {
      Files.createDirectories(file.getParent());
      Files.write(file, classFile);
    } catch (IOException failure) {
      report.problem(
          file
              + ": cannot be written ("
              + failure
              + "); give dump= a directory with room to write");
    }
  }
}
