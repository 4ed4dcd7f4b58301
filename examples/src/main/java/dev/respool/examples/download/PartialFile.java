package dev.respool.examples.download;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/**
 * A file that is not complete yet. It lies beside its target, with {@code .part} behind the name.
 * Another file, {@code .part.version}, has the validator of the version that the part is of:
 * without it nobody knows whether the rest still fits.
 */
final class PartialFile {
  private final Path target;
  private final Path part;
  private final Path versionFile;

  PartialFile(Path target) {
    this.target = target;
    this.part = target.resolveSibling(target.getFileName() + ".part");
    this.versionFile = target.resolveSibling(target.getFileName() + ".part.version");
  }

  Path target() {
    return target;
  }

  Path path() {
    return part;
  }

  /** In bytes; 0 if there is nothing. */
  long size() throws IOException {
    return Files.exists(part) ? Files.size(part) : 0;
  }

  /** The validator of what is there; null if the download cannot be resumed. */
  String version() throws IOException {
    return Files.exists(part) && Files.exists(versionFile) ? Files.readString(versionFile) : null;
  }

  /**
   * Begins anew.
   *
   * @param version of the file that will come; null if the server does not say
   */
  void restart(String version) throws IOException {
    Files.deleteIfExists(part);
    Files.deleteIfExists(versionFile);
    if (version != null) {
      Files.writeString(versionFile, version);
    }
  }

  /** Everything has come: the target appears, whole. */
  void finish() throws IOException {
    Files.move(part, target, StandardCopyOption.REPLACE_EXISTING);
    Files.deleteIfExists(versionFile);
  }
}
