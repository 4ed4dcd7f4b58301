package dev.respool.it.agent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** HotSpot inlines no method whose signature names a class that is not loaded. */
class LoopInliningIT {
  @TempDir private Path directory;

  @Test
  void no_method_of_the_loop_stays_a_call_because_a_class_is_not_loaded() throws Exception {
    ForkedJvm.Result result =
        new ForkedJvm(directory)
            .agent("")
            .classPath(Program.location(LoopInliningMain.class))
            .option("-XX:+UnlockDiagnosticVMOptions")
            .option("-XX:+PrintInlining")
            .option("-Xbatch")
            .run(LoopInliningMain.class.getName());
    assertEquals(0, result.status(), result.err());
    List<String> lines = result.out().lines().toList();
    assertTrue(lines.contains("400000"), "the last number is missing");
    assertTrue(
        lines.stream().anyMatch(line -> line.matches(".*TaskState::step .*inline \\(hot\\).*")),
        "a step of a task is not inlined, so this tells nothing");
    assertEquals(List.of(), lines.stream().filter(LoopInliningIT::isNotLoaded).toList());
  }

  private static boolean isNotLoaded(String line) {
    return line.contains("unloaded signature classes") && line.contains("dev.respool.loop.");
  }
}
