package dev.respool.it.language;

import dev.respool.it.compilers.CompiledTargets;
import dev.respool.it.compilers.EclipseJava;
import dev.respool.it.harness.ClassFiles;
import dev.respool.it.harness.FourWay;
import dev.respool.it.harness.SavedProbes;
import dev.respool.it.harness.Targets;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Targets in Java that are suspendable as far as they say so. */
@Timeout(value = 60, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class MarkedTargetsTest {
  private static final Path SOURCES = Path.of("src/test/java/dev/respool/it/targets");

  /** At how many probes in all, of either compiler. */
  private static final int FEWEST_SAVED = 8;

  private static final SavedProbes OF_JAVAC = new SavedProbes();
  private static final SavedProbes OF_ECJ = new SavedProbes();

  static List<String> targets() throws IOException, URISyntaxException {
    return Targets.all(Targets.PACKAGE + ".marked");
  }

  @ParameterizedTest
  @MethodSource("targets")
  void a_mark_holds_for_everything_inside_of_what_is_marked(String target) throws Exception {
    OF_JAVAC.add(target, FourWay.ofMarked(target, new ClassFiles()).survivesEverything());
  }

  @ParameterizedTest
  @MethodSource("targets")
  void ecj_s_lambdas_and_local_classes_have_their_marks_too(String target) throws Exception {
    CompiledTargets compiled = CompiledTargets.of(new EclipseJava(), SOURCES);
    OF_ECJ.add(target, FourWay.ofMarked(target, compiled.classFiles()).survivesEverything());
  }

  @AfterAll
  static void they_were_saved() throws IOException, URISyntaxException {
    OF_JAVAC.requireAtLeast(FEWEST_SAVED, targets());
    OF_ECJ.requireAtLeast(FEWEST_SAVED, targets());
  }
}
