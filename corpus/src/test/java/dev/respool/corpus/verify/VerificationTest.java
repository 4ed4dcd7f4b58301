package dev.respool.corpus.verify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.respool.compiler.plan.Monitors;
import dev.respool.corpus.report.Tally;
import dev.respool.corpus.report.TallyText;
import java.io.IOException;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class VerificationTest {
  private static final int CLASSES = 300;
  private static final long SEED = 4;

  @ParameterizedTest
  @EnumSource
  void a_sample_of_the_running_jdk_is_transformed_and_verifies(Monitors monitors)
      throws IOException {
    Tally tally = new Verification(Subject.sampleOfJdk(CLASSES, SEED), monitors).run();
    assertEquals(Set.of(), tally.failures(), () -> TallyText.of(tally));
    assertEquals(CLASSES, tally.count("class-files"));
    assertTrue(tally.count("points") > CLASSES, TallyText.of(tally));
    assertTrue(tally.count("loaded") > CLASSES / 4, TallyText.of(tally));
  }
}
