package dev.respool.examples;

import dev.respool.examples.http.ExpectedFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;

/**
 * A tree of files of mixed sizes, from nothing to 400 KB, in a temporary directory; always the same
 * contents. Closing deletes it.
 */
final class SampleFiles implements AutoCloseable {
  static final int COUNT = 100;
  private static final int LARGEST = 400_000;
  private static final long SEED = 20_240_229;

  private final Path root;
  private final Map<Path, ExpectedFile> expected = new HashMap<>();
  private long bytes;

  private SampleFiles(Path root) {
    this.root = root;
  }

  static SampleFiles create() throws IOException {
    SampleFiles files = new SampleFiles(Files.createTempDirectory("respool-demo-").toRealPath());
    Random random = new Random(SEED);
    for (int i = 0; i < COUNT; i++) {
      // many small files, few large ones
      double share = i / (COUNT - 1.0);
      files.add(i, random, (int) (LARGEST * share * share * share));
    }
    return files;
  }

  private void add(int number, Random random, int size) throws IOException {
    String name = String.format("shelf-%d/box-%d/file-%02d.bin", number % 5, number % 10, number);
    Path file = root.resolve(name);
    byte[] contents = new byte[size];
    random.nextBytes(contents);
    Files.createDirectories(file.getParent());
    Files.write(file, contents);
    expected.put(file, ExpectedFile.of(root, file));
    bytes += size;
  }

  Path root() {
    return root;
  }

  long bytes() {
    return bytes;
  }

  ExpectedFile expected(Path file) {
    return expected.get(file);
  }

  @Override
  public String toString() {
    return COUNT + " files";
  }

  @Override
  public void close() throws IOException {
    try (Stream<Path> tree = Files.walk(root)) {
      List<Path> innermostFirst = tree.sorted(Comparator.reverseOrder()).toList();
      for (Path path : innermostFirst) {
        Files.delete(path);
      }
    }
  }
}
