package dev.respool.it.language;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.respool.it.harness.ClassFiles;
import dev.respool.it.harness.FourWay;
import dev.respool.it.harness.Targets;
import java.io.IOException;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every target of the targets package, five ways. */
@Timeout(value = 60, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class LanguageTargetsTest {
  private static final int FEWEST_TARGETS = 75;
  private static final int FEWEST_PROBES = 2;
  private static final int FEWEST_SAVED = 110;

  /** At how many probes a target was saved. */
  private static final Map<String, Integer> SAVED = new ConcurrentHashMap<>();

  /** The same where its classes are made serializable. */
  private static final Map<String, Integer> MADE = new ConcurrentHashMap<>();

  private static final Map<String, FourWay> RUNS = new ConcurrentHashMap<>();

  static List<String> targets() throws IOException, URISyntaxException {
    return Targets.all();
  }

  @AfterAll
  static void forget() throws IOException, URISyntaxException {
    RUNS.clear();
    if (SAVED.keySet().containsAll(targets())) {
      long saved = SAVED.values().stream().filter(probes -> probes > 0).count();
      assertTrue(saved >= FEWEST_SAVED, "only " + saved + " targets could be saved");
      assertTrue(MADE.isEmpty() || probes(MADE) > probes(SAVED), "none more could be saved");
    }
  }

  private static int probes(Map<String, Integer> byTarget) {
    return byTarget.values().stream().mapToInt(probes -> probes).sum();
  }

  @Test
  void the_targets_are_found() throws IOException, URISyntaxException {
    assertTrue(targets().size() >= FEWEST_TARGETS, "found only " + targets());
  }

  @ParameterizedTest
  @MethodSource("targets")
  void a_target_does_the_same_each_time_it_runs_as_plain_java(String target) throws Exception {
    FourWay run = run(target);
    run.repeatsAsPlainJava();
    assertTrue(run.trace().size() >= FEWEST_PROBES, target + " is hardly watched");
  }

  @ParameterizedTest
  @MethodSource("targets")
  void a_transformed_target_that_never_suspends_does_what_plain_java_does(String target)
      throws Exception {
    run(target).runsTransformed();
  }

  @ParameterizedTest
  @MethodSource("targets")
  void a_target_suspended_at_every_probe_does_what_plain_java_does(String target) throws Exception {
    run(target).survivesEverySuspension();
  }

  @ParameterizedTest
  @MethodSource("targets")
  void a_target_saved_and_restored_at_every_probe_does_what_plain_java_does(String target)
      throws Exception {
    SAVED.put(target, run(target).survivesSaving());
  }

  /** Records are restored by their constructors, and those of one target are watched. */
  static List<String> targetsToBeMadeSerializable() throws IOException, URISyntaxException {
    return targets().stream().filter(target -> !target.endsWith(".RecordConstructors")).toList();
  }

  @ParameterizedTest
  @MethodSource("targetsToBeMadeSerializable")
  void a_target_whose_classes_are_made_serializable_is_saved_and_restored_too(String target)
      throws Exception {
    MADE.put(target, run(target).survivesSavingMadeSerializable());
  }

  @ParameterizedTest
  @MethodSource("targets")
  void a_target_suspended_on_seeded_schedules_does_what_plain_java_does(String target)
      throws Exception {
    run(target).survivesSeededSuspensions();
  }

  @ParameterizedTest
  @MethodSource("targets")
  void a_suspended_target_stands_where_plain_java_would_stand(String target) throws Exception {
    run(target).keepsItsStack();
  }

  @ParameterizedTest
  @MethodSource("targets")
  void a_target_with_recomputed_frames_does_what_plain_java_does(String target) throws Exception {
    run(target).survivesWithRecomputedFrames();
  }

  @ParameterizedTest
  @MethodSource("targets")
  void no_method_of_a_target_is_refused(String target) throws Exception {
    FourWay run = run(target);
    run.runsTransformed();
    run.wasNotRefused();
  }

  private static FourWay run(String target) throws ReflectiveOperationException {
    FourWay known = RUNS.get(target);
    if (known == null) {
      known = new FourWay(target, new ClassFiles());
      RUNS.put(target, known);
    }
    return known;
  }
}
