package dev.respool.agent;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.function.Function;

/**
 * Keeps in a directory what became of classes, so that the next JVM need not compile them again.
 *
 * <p>A file is named by the SHA-256 of a class and by the {@link CacheContext}. The result also
 * depends on what the compiler has read of other classes: their digests are in the file, and are
 * compared with what the class loader hands out now before the result is used. So a result is used
 * only where compiling would come to the same one.
 *
 * <p>JVMs may share a directory. A file appears whole, by a rename, and the JVM that comes last
 * replaces what an earlier one has written. A file that is damaged is not used. The cache can fail,
 * the program cannot: then classes are compiled as without it.
 */
final class ClassCache {
  private final Path directory;
  private final String context;
  private final Report report;

  /**
   * @param context {@link CacheContext#of}
   */
  ClassCache(Path directory, String context, Report report) {
    this.directory = directory;
    this.context = context;
    this.report = report;
  }

  /**
   * What became of the class the last time; null if that is not known, or may differ now.
   *
   * @param digest of the class
   * @param digests those of other classes by internal name, as they are now
   */
  Outcome find(String digest, Function<String, String> digests) {
    Path file = file(digest);
    CacheEntry entry = null;
    try {
      entry = CacheEntry.of(Files.readAllBytes(file));
    } catch (NoSuchFileException none) {
      return null;
    } catch (IOException | RuntimeException damaged) {
      report.warning(file + ": cannot be used (" + damaged + "), and is written anew");
    }
    return entry != null && holds(entry, digests) ? entry.outcome() : null;
  }

  private static boolean holds(CacheEntry entry, Function<String, String> digests) {
    for (Map.Entry<String, String> one : entry.asked().entrySet()) {
      if (!one.getValue().equals(digests.apply(one.getKey()))) {
        return false;
      }
    }
    return true;
  }

  /** Keeps what became of a class, in the place of what was kept for it. */
  void keep(String digest, CacheEntry entry) {
    Path file = file(digest);
    Path part = directory.resolve(file.getFileName() + "." + unique() + ".part");
    try {
      Files.write(part, entry.encoded(), StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
      Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException failure) {
      report.warning(
          directory
              + ": cannot be written, so classes are transformed at each start; give cache= a"
              + " directory with room to write ("
              + failure.getClass().getSimpleName()
              + ")");
      discard(part);
    }
  }

  private static void discard(Path part) {
    try {
      Files.deleteIfExists(part);
    } catch (IOException failure) {
      // it stays, and harms nobody
    }
  }

  private Path file(String digest) {
    return directory.resolve(digest + "-" + context.substring(0, context.length() / 2));
  }

  private static String unique() {
    return ProcessHandle.current().pid()
        + "-"
        + Thread.currentThread().getId()
        + "-"
        + System.nanoTime();
  }
}
