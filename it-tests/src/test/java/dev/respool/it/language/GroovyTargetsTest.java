package dev.respool.it.language;

import dev.respool.it.compilers.CompiledTargets;
import dev.respool.it.compilers.Groovy;
import dev.respool.it.harness.FourWay;
import dev.respool.it.harness.SavedProbes;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Targets in Groovy, suspendable as far as they say so. */
@Timeout(value = 60, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class GroovyTargetsTest {
  private static final Path SOURCES = Path.of("src/test/resources/dev/respool/it/groovy");
  private static final String PACKAGE = "dev.respool.it.targets.groovy.";

  /** At how many probes in all; the rest holds what is not serializable. */
  private static final int FEWEST_SAVED = 70;

  /** The same where the classes are made serializable. */
  private static final int FEWEST_MADE = 100;

  private static final SavedProbes SAVED = new SavedProbes();
  private static final SavedProbes MADE = new SavedProbes();

  private static CompiledTargets compiled;

  @BeforeAll
  static void compile() throws IOException {
    compiled = CompiledTargets.of(new Groovy(), SOURCES);
  }

  @AfterAll
  static void forget() {
    SAVED.requireAtLeast(FEWEST_SAVED, targets());
    MADE.requireAtLeast(FEWEST_MADE, targets());
    compiled = null;
  }

  static List<String> targets() {
    return compiled.names();
  }

  @ParameterizedTest
  @MethodSource("targets")
  void a_target_in_groovy_does_what_it_does_plainly_however_it_is_suspended(String target)
      throws Exception {
    SAVED.add(
        target, FourWay.ofMarked(PACKAGE + target, compiled.classFiles()).survivesEverything());
  }

  @ParameterizedTest
  @MethodSource("targets")
  void a_target_in_groovy_is_saved_and_restored_where_its_classes_are_made_serializable(
      String target) throws Exception {
    MADE.add(
        target,
        FourWay.ofMarked(PACKAGE + target, compiled.classFiles()).survivesSavingMadeSerializable());
  }

  /** A call that is bound at run time has frames of the library or, with Groovy 5, handles only. */
  @ParameterizedTest
  @CsvSource({"DynamicMethod, ''", "InClosure, java.lang.reflect.Method.invoke"})
  void a_yield_across_the_code_of_another_is_refused_at_once(String target, String frame)
      throws Exception {
    FourWay run = FourWay.ofMarked(PACKAGE + target, compiled.classFiles());
    run.runsTransformed();
    run.refusesToSuspendAcross(frame);
  }
}
