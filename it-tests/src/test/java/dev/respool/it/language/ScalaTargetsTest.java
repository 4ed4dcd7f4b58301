package dev.respool.it.language;

import dev.respool.compiler.plan.Refusal;
import dev.respool.it.compilers.CompiledTargets;
import dev.respool.it.compilers.Scala;
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
import org.junit.jupiter.params.provider.ValueSource;

/** Targets in Scala, suspendable as far as they say so. */
@Timeout(value = 60, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class ScalaTargetsTest {
  private static final Path SOURCES = Path.of("src/test/resources/dev/respool/it/scala");
  private static final String PACKAGE = "dev.respool.it.targets.scala2.";

  /** At how many probes in all; the rest holds what is not serializable. */
  private static final int FEWEST_SAVED = 4;

  /** The same where the classes are made serializable. */
  private static final int FEWEST_MADE = 160;

  private static final SavedProbes SAVED = new SavedProbes();
  private static final SavedProbes MADE = new SavedProbes();

  private static CompiledTargets compiled;

  @BeforeAll
  static void compile() throws IOException {
    compiled = CompiledTargets.of(new Scala(), SOURCES);
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
  void a_target_in_scala_does_what_it_does_plainly_however_it_is_suspended(String target)
      throws Exception {
    SAVED.add(
        target, FourWay.ofMarked(PACKAGE + target, compiled.classFiles()).survivesEverything());
  }

  @ParameterizedTest
  @MethodSource("targets")
  void a_target_in_scala_is_saved_and_restored_where_it_and_the_library_are_made_serializable(
      String target) throws Exception {
    FourWay run = FourWay.withLibrary(PACKAGE + target, compiled.classFiles(), "scala.");
    MADE.add(target, run.survivesSavingMadeSerializable());
  }

  @ParameterizedTest
  @CsvSource({
    "LibraryLoop, scala.collection.",
    "BoxedFunction, scala.runtime.java8.JFunction1$mcII$sp.apply"
  })
  void a_yield_across_the_code_of_another_is_refused_at_once(String target, String frame)
      throws Exception {
    FourWay run = FourWay.ofMarked(PACKAGE + target, compiled.classFiles());
    run.runsTransformed();
    run.refusesToSuspendAcross(frame);
  }

  @ParameterizedTest
  @CsvSource({"LazyValue, MONITOR_HELD", "AnonymousArgument, BEFORE_SUPER"})
  void what_cannot_suspend_is_refused_with_its_reason(String target, Refusal.Reason reason)
      throws Exception {
    FourWay run = FourWay.ofMarked(PACKAGE + target, compiled.classFiles());
    run.runsTransformed();
    run.refusesToSuspend();
    run.wasRefused(reason);
  }

  @ParameterizedTest
  @ValueSource(strings = {"LibraryLoop", "BoxedFunction"})
  void a_pattern_makes_the_library_suspendable(String target) throws Exception {
    FourWay run = FourWay.withLibrary(PACKAGE + target, compiled.classFiles(), "scala.");
    run.runsTransformed();
    run.survivesEverySuspension();
    run.survivesSeededSuspensions();
  }
}
