package dev.respool.it.agent;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.respool.it.scenarios.lost.Forwarding;
import dev.respool.it.scenarios.lost.LostFrames;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** The table of lost frames and the opposite one, in a JVM whose agent transforms the rows. */
class LostFramesIT {
  private static final String PLAIN = "dev.respool.it.scenarios.plain.**";

  @TempDir Path directory;

  @TestFactory
  Stream<DynamicTest> every_row_holds() throws Exception {
    return tests("-da");
  }

  /** As in a test JVM: assertions make every capture look at the stack. */
  @TestFactory
  Stream<DynamicTest> every_row_holds_where_assertions_are_on() throws Exception {
    return tests("-ea");
  }

  private Stream<DynamicTest> tests(String assertions) throws Exception {
    ForkedJvm.Result result =
        new ForkedJvm(directory)
            .agent("exclude=" + PLAIN)
            .option(assertions)
            .option("-cp", System.getProperty("java.class.path"))
            .run(LostFramesMain.class.getName());
    Map<String, String> outcomes =
        result.out().lines().collect(Collectors.toMap(LostFramesIT::name, line -> line));
    List<String> names = new ArrayList<>(LostFrames.names());
    names.addAll(LostFrames.wovenNames());
    names.addAll(Forwarding.names());
    return names.stream()
        .map(
            name ->
                DynamicTest.dynamicTest(
                    name,
                    () -> assertEquals("ok " + name, outcomes.getOrDefault(name, result.err()))));
  }

  private static String name(String line) {
    return line.replaceFirst("^\\w+ ", "").replaceFirst(": .*", "");
  }
}
