package dev.respool.it.language;

import dev.respool.compiler.plan.Refusal;
import dev.respool.it.compilers.CompiledTargets;
import dev.respool.it.compilers.Scala3;
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

/** The targets in Scala once more, as the compiler for Scala 3 translates them. */
@Timeout(value = 60, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class Scala3TargetsTest {
  private static final Path SOURCES = Path.of("src/test/resources/dev/respool/it/scala");
  private static final String PACKAGE = "dev.respool.it.targets.scala2.";

  /**
   * Functions without a result, or with one that is known to be primitive, which go through the
   * library, and a {@code try} on top of a new object.
   */
  private static final List<String> OTHERWISE =
      List.of("ByName", "ForComprehensions", "Jumps", "TryExpressions");

  /** At how many probes in all; the rest holds what is not serializable. */
  private static final int FEWEST_SAVED = 30;

  /** The same where the classes are made serializable. */
  private static final int FEWEST_MADE = 80;

  private static final SavedProbes SAVED = new SavedProbes();
  private static final SavedProbes MADE = new SavedProbes();

  private static CompiledTargets compiled;

  @BeforeAll
  static void compile() throws IOException {
    compiled = CompiledTargets.of(new Scala3(), SOURCES);
  }

  @AfterAll
  static void forget() {
    SAVED.requireAtLeast(FEWEST_SAVED, targets());
    MADE.requireAtLeast(FEWEST_MADE, targets());
    compiled = null;
  }

  static List<String> targets() {
    return compiled.names().stream().filter(name -> !OTHERWISE.contains(name)).toList();
  }

  @ParameterizedTest
  @MethodSource("targets")
  void a_target_in_scala_3_does_what_it_does_plainly_however_it_is_suspended(String target)
      throws Exception {
    SAVED.add(
        target, FourWay.ofMarked(PACKAGE + target, compiled.classFiles()).survivesEverything());
  }

  @ParameterizedTest
  @MethodSource("targets")
  void a_target_in_scala_3_is_saved_and_restored_where_it_and_the_library_are_made_serializable(
      String target) throws Exception {
    FourWay run = FourWay.withLibrary(PACKAGE + target, compiled.classFiles(), "scala.");
    MADE.add(target, run.survivesSavingMadeSerializable());
  }

  @ParameterizedTest
  @CsvSource({
    "ByName, scala.Function0.apply$mcZ$sp",
    "LibraryLoop, scala.runtime.function.JProcedure1.apply",
    "BoxedFunction, scala.runtime.java8.JFunction1$mcII$sp.apply"
  })
  void a_yield_across_the_code_of_another_is_refused_at_once(String target, String frame)
      throws Exception {
    FourWay run = FourWay.ofMarked(PACKAGE + target, compiled.classFiles());
    run.runsTransformed();
    run.refusesToSuspendAcross(frame);
  }

  @ParameterizedTest
  @CsvSource({"AnonymousArgument, BEFORE_SUPER", "TryExpressions, UNINITIALIZED_OBJECT"})
  void what_cannot_suspend_is_refused_with_its_reason(String target, Refusal.Reason reason)
      throws Exception {
    FourWay run = FourWay.ofMarked(PACKAGE + target, compiled.classFiles());
    run.runsTransformed();
    run.refusesToSuspend();
    run.wasRefused(reason);
  }

  @ParameterizedTest
  @ValueSource(strings = {"ByName", "ForComprehensions", "Jumps"})
  void a_pattern_makes_the_library_suspendable(String target) throws Exception {
    FourWay run = FourWay.withLibrary(PACKAGE + target, compiled.classFiles(), "scala.");
    run.runsTransformed();
    run.survivesEverySuspension();
    run.survivesSeededSuspensions();
  }
}
