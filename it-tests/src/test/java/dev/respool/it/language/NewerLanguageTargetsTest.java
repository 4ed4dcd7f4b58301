package dev.respool.it.language;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.respool.it.harness.FourWay;
import dev.respool.it.harness.SavedProbes;
import dev.respool.it.harness.SourceTargets;
import java.io.IOException;
import java.net.URISyntaxException;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.JRE;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Targets in a language newer than that of these tests, compiled as they run. */
@EnabledForJreRange(min = JRE.JAVA_21)
@Timeout(value = 60, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class NewerLanguageTargetsTest {
  /** At how many probes in all. */
  private static final int FEWEST_SAVED = 34;

  private static final SavedProbes SAVED = new SavedProbes();

  static List<String> targets() throws IOException, URISyntaxException {
    return SourceTargets.all();
  }

  @ParameterizedTest
  @MethodSource("targets")
  void a_target_in_java_21_does_what_plain_java_does_however_it_is_suspended(String target)
      throws Exception {
    FourWay run = new FourWay(SourceTargets.className(target), SourceTargets.compiled(target, 21));
    SAVED.add(target, run.survivesEverything());
    assertTrue(run.survivesSavingMadeSerializable() > 0, target + " was never saved");
  }

  @AfterAll
  static void they_were_saved() throws IOException, URISyntaxException {
    SAVED.requireAtLeast(FEWEST_SAVED, targets());
  }
}
