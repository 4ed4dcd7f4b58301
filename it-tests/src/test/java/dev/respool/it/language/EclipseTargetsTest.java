package dev.respool.it.language;

import dev.respool.compiler.plan.Refusal;
import dev.respool.it.compilers.CompiledTargets;
import dev.respool.it.compilers.EclipseJava;
import dev.respool.it.harness.FourWay;
import dev.respool.it.harness.SavedProbes;
import dev.respool.it.harness.Targets;
import dev.respool.it.targets.refused.NewWithTry;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The targets in Java once more, as Eclipse's compiler translates them. */
@Timeout(value = 60, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class EclipseTargetsTest {
  private static final Path SOURCES = Path.of("src/test/java/dev/respool/it/targets");

  /** At how many probes in all; the rest holds what is not serializable. */
  private static final int FEWEST_SAVED = 1_200;

  /** The same where the classes are made serializable. */
  private static final int FEWEST_MADE = 1_650;

  private static final SavedProbes SAVED = new SavedProbes();
  private static final SavedProbes MADE = new SavedProbes();

  private static CompiledTargets compiled;

  @BeforeAll
  static void compile() throws IOException {
    compiled = CompiledTargets.of(new EclipseJava(), SOURCES);
  }

  @AfterAll
  static void forget() throws IOException, URISyntaxException {
    SAVED.requireAtLeast(FEWEST_SAVED, targets());
    MADE.requireAtLeast(FEWEST_MADE, targetsToBeMadeSerializable());
    compiled = null;
  }

  static List<String> targets() throws IOException, URISyntaxException {
    return Targets.all();
  }

  @ParameterizedTest
  @MethodSource("targets")
  void a_target_that_ecj_compiled_does_what_plain_java_does_however_it_is_suspended(String target)
      throws Exception {
    SAVED.add(target, new FourWay(target, compiled.classFiles()).survivesEverything());
  }

  /** As in {@link LanguageTargetsTest}. */
  static List<String> targetsToBeMadeSerializable() throws IOException, URISyntaxException {
    return LanguageTargetsTest.targetsToBeMadeSerializable();
  }

  @ParameterizedTest
  @MethodSource("targetsToBeMadeSerializable")
  void a_target_that_ecj_compiled_is_saved_and_restored_where_its_classes_are_made_serializable(
      String target) throws Exception {
    MADE.add(target, new FourWay(target, compiled.classFiles()).survivesSavingMadeSerializable());
  }

  /** But for one: what ecj 3.40 makes of {@code NewWithTry} does not pass HotSpot's verifier. */
  static Stream<Arguments> refused() {
    return RefusedTargetsTest.refused()
        .filter(target -> !target.get()[0].equals(NewWithTry.class.getName()));
  }

  @ParameterizedTest
  @MethodSource("refused")
  void what_is_refused_of_javac_is_refused_of_ecj(String target, Refusal.Reason reason)
      throws Exception {
    new FourWay(target, compiled.classFiles()).runsTransformed();
    FourWay run = new FourWay(target, compiled.classFiles());
    run.refusesToSuspend();
    run.wasRefused(reason);
  }
}
