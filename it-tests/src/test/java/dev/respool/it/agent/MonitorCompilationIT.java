package dev.respool.it.agent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** HotSpot compiles both bodies of methods that give up monitors. */
class MonitorCompilationIT {
  private static final String MAIN = MonitorCompilationMain.class.getName();

  private static final List<String> METHODS =
      List.of("statements", "statement", "synchronizedMethod");

  @TempDir private Path directory;

  @Test
  void what_releases_monitors_is_compiled_by_the_last_tier() throws Exception {
    Path classes = Program.location(MonitorCompilationMain.class);
    ForkedJvm jvm =
        new ForkedJvm(directory)
            .agent("monitors=release")
            .classPath(classes)
            .option("-XX:+PrintCompilation")
            // The program waits for the compiler, and each method is compiled by itself: whether
            // that happens depends on no other work of the machine.
            .option("-Xbatch")
            .option("-XX:CompileCommand=quiet");
    METHODS.forEach(method -> jvm.option("-XX:CompileCommand=dontinline," + MAIN + "::" + method));
    ForkedJvm.Result result = jvm.run(MAIN);
    assertEquals(0, result.status(), result.err());
    List<String> lines = result.out().lines().toList();
    assertTrue(lines.contains("400000"), "the sums are missing");
    List<String> skipped = lines.stream().filter(MonitorCompilationIT::isSkipped).toList();
    assertEquals(List.of(), skipped);
    for (String method : METHODS) {
      assertTrue(
          lines.stream().anyMatch(line -> isCompiled(line, method)),
          () -> method + " is not compiled:\n" + about(lines, MAIN));
    }
  }

  /**
   * Whether HotSpot gave up a method. A resumption jumps back into the middle of an expression;
   * that HotSpot cannot begin compiled code there (on-stack replacement) is no matter, because it
   * compiles the method from its start.
   */
  private static boolean isSkipped(String line) {
    return line.contains("COMPILE SKIPPED")
        && !line.matches(
            ".*(stack not empty at OSR entry point|OSR starts with non-empty stack).*");
  }

  /** Lines have: time, number, flags, tier, class::method. */
  private static boolean isCompiled(String line, String method) {
    return line.matches(".* 4 +(@ )?\\S*MonitorCompilationMain::" + method + " .*")
        && !line.contains("made not entrant");
  }

  private static String about(List<String> lines, String what) {
    return String.join("\n", lines.stream().filter(line -> line.contains(what)).toList());
  }
}
