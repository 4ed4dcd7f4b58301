package dev.respool.benchmarks;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.respool.CloseableIntIterator;
import dev.respool.IntGenerator;
import dev.respool.IntGeneratorBody;
import dev.respool.benchmarks.respool.kinds.Kinds;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What pollutes does not end, and there is as much of it as it says. */
class KindsTest {
  @Test
  void there_are_64_generators_and_none_ends() {
    assertEquals(64, Kinds.all().size());
    Kinds.all().forEach(body -> assertEquals(1_000, beginning(body).size()));
  }

  private static List<Integer> beginning(IntGeneratorBody body) {
    try (CloseableIntIterator run = IntGenerator.of(body).iterator()) {
      return Stream.generate(run::nextInt).limit(1_000).toList();
    }
  }
}
