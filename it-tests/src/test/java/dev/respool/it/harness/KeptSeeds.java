package dev.respool.it.harness;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Seeds that once made a target fail: lines {@code Target seed} of kept-seeds.txt, replayed in
 * every run.
 */
public final class KeptSeeds {
  private static final String FILE = "kept-seeds.txt";
  private static final List<String[]> KEPT = read();

  private KeptSeeds() {}

  /** Those of one target, by its simple name. */
  public static List<Long> of(String target) {
    return KEPT.stream()
        .filter(line -> line[0].equals(target))
        .map(line -> Long.valueOf(line[1]))
        .toList();
  }

  private static List<String[]> read() {
    try (InputStream in = KeptSeeds.class.getResourceAsStream(FILE)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .map(line -> line.trim().split("\\s+"))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
