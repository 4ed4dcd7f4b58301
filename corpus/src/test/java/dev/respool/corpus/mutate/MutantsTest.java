package dev.respool.corpus.mutate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.respool.corpus.report.Figures;
import dev.respool.corpus.verify.Subject;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class MutantsTest {
  private static final int CLASSES = 100;
  private static final int MUTANTS = Integer.getInteger("respool.mutants", 10_000);
  private static final long SEED = Long.getLong("respool.seed", 20_261_123L);

  @Test
  void a_damaged_class_is_compiled_or_refused() throws Exception {
    Mutants mutants = new Mutants(Subject.sampleOfJdk(CLASSES, SEED), SEED);
    Figures figures = mutants.compile(MUTANTS);
    assertEquals(List.of(), mutants.failures());
    assertEquals(MUTANTS, figures.count("compiled") + figures.count("refused"));
    assertTrue(figures.count("compiled") > MUTANTS / 10, figures.toString());
    assertTrue(figures.count("refused") > MUTANTS / 10, figures.toString());
  }

  @Test
  void a_seed_tells_the_damage() {
    byte[] original = new byte[1000];
    assertTrue(Arrays.equals(damaged(original, 7), damaged(original, 7)));
    assertFalse(Arrays.equals(damaged(original, 7), damaged(original, 8)));
    assertTrue(Arrays.equals(original, new byte[1000]));
  }

  private static byte[] damaged(byte[] original, long seed) {
    return new Damage(new Random(seed)).of(original);
  }
}
