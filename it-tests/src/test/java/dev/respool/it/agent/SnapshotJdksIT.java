package dev.respool.it.agent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.respool.it.scenarios.saved.SavedProgram;
import dev.respool.it.scenarios.saved.SavedProgramsMain;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A JVM saves all programs at each suspension, and another one goes on with them: one of the same
 * JDK, or one of another JDK, which saves them again for the first. The agent instruments the
 * programs or the build has done it, in every combination.
 */
class SnapshotJdksIT {
  private static final Path HERE = Path.of(System.getProperty("java.home"));
  private static final String MAIN = SavedProgramsMain.class.getName();

  @TempDir Path directory;
  private int jvms;
  private Program program;
  private Program built;

  /** How the programs are instrumented. */
  private enum Door {
    AGENT,
    BUILD;

    Door other() {
      return this == AGENT ? BUILD : AGENT;
    }
  }

  @BeforeEach
  void instrument() throws Exception {
    program = Program.ofTests(directory.resolve("plain"), SavedProgram.class);
    built = program.built(directory.resolve("built"));
  }

  @Test
  void what_one_process_saves_another_one_of_the_same_jdk_continues() throws Exception {
    for (Door saves : Door.values()) {
      Path saved = directory.resolve("saved-" + saves);
      List<String> expected = run(jvm(HERE, saves), saved);
      assertHasAll(expected);
      for (Door goesOn : Door.values()) {
        Path again = directory.resolve(saves + "-" + goesOn);
        assertEquals(expected, run(jvm(HERE, goesOn), again, saved));
      }
    }
  }

  @Test
  void what_one_jdk_saves_another_one_continues_and_saves_for_the_first() throws Exception {
    Optional<OtherJdk> other = OtherJdk.find();
    assumeTrue(
        other.isPresent(),
        "the build has found no second JDK of version 17 or more, so no snapshot goes to one");
    Path there = other.get().home();
    for (Door saves : Door.values()) {
      Path saved = directory.resolve("saved-" + saves);
      List<String> expected = run(jvm(HERE, saves), saved);
      assertHasAll(expected);
      for (Door goesOn : Door.values()) {
        Path again = directory.resolve(saves + "-" + goesOn);
        assertEquals(expected, run(jvm(there, goesOn), again, saved));
        Path back = directory.resolve(saves + "-" + goesOn + "-back");
        assertEquals(expected, run(jvm(HERE, goesOn.other()), back, again));
      }
    }
  }

  private static void assertHasAll(List<String> lines) {
    for (SavedProgram program : SavedProgram.values()) {
      String first = program.name() + " 0: [";
      assertTrue(lines.stream().anyMatch(line -> line.startsWith(first)), () -> first + lines);
    }
  }

  private ForkedJvm jvm(Path home, Door door) throws Exception {
    Path printed = Files.createDirectory(directory.resolve("jvm-" + jvms++));
    ForkedJvm jvm = new ForkedJvm(printed, home);
    return door == Door.AGENT
        ? jvm.agent("").classPath(program.classes())
        : jvm.classPath(built.classes());
  }

  /** What comes after each snapshot. */
  private static List<String> run(ForkedJvm jvm, Path into, Path... from) throws Exception {
    List<String> command = new ArrayList<>(List.of(MAIN));
    command.add(Files.createDirectory(into).toString());
    for (Path each : from) {
      command.add(each.toString());
    }
    ForkedJvm.Result result = jvm.run(command.toArray(String[]::new));
    assertEquals("", result.err());
    assertEquals(0, result.status());
    return result.out().lines().toList();
  }
}
