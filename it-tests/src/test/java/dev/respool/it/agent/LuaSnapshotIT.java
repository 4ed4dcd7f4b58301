package dev.respool.it.agent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.respool.it.docs.ShownCode;
import dev.respool.it.scenarios.lua.LuaScript;
import dev.respool.it.scenarios.saved.SavedRuns;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.luaj.vm2.LuaValue;

/**
 * LuaJ, which knows nothing of Respool, and the classes that its page shows: coroutines of Lua that
 * are suspended in the middle of nested calls are saved by one JVM and finished by another.
 */
class LuaSnapshotIT {
  private static final Path HERE = Path.of(System.getProperty("java.home"));
  private static final String LUAJ = "org.luaj.vm2.**";
  private static final String PAGE = "docs/luaj.md";

  @TempDir Path directory;
  private Path scripts;
  private Path programs;
  private int runs;

  @BeforeEach
  void compilePrograms() throws Exception {
    scripts = directory.resolve("scripts");
    Program.ofTests(scripts, LuaScript.class);
    Program.ofTests(scripts, SavedRuns.class);
    programs =
        Program.compile(
                directory.resolve("programs"),
                List.of(scripts, Program.location(LuaValue.class)),
                shown("LuaCoroutines"),
                shown("LuaLibrary"),
                shown("LuaTables"),
                LuaPrograms.SAVED,
                LuaPrograms.LIMITS)
            .classes();
    Files.createDirectory(directory.resolve("cache"));
  }

  private static String shown(String type) {
    return ShownCode.of(PAGE, "public class " + type).type();
  }

  private Path next() throws Exception {
    return Files.createDirectory(directory.resolve("run-" + runs++));
  }

  private ForkedJvm.Result run(Path home, String saveable, String main, Path... directories)
      throws Exception {
    String cache = ",cache=" + directory.resolve("cache");
    String[] command = new String[directories.length + 1];
    command[0] = main;
    for (int i = 0; i < directories.length; i++) {
      command[i + 1] = directories[i].toString();
    }
    return new ForkedJvm(next(), home)
        .agent("suspendable=" + LUAJ + saveable + cache)
        .classPath(programs, scripts, Program.location(LuaValue.class))
        .run(command);
  }

  /** What comes after each snapshot. */
  private List<String> said(Path home, Path... directories) throws Exception {
    ForkedJvm.Result result = run(home, ",saveable=" + LUAJ, "SavedLua", directories);
    assertNamesThree(result.err().lines().toList());
    assertEquals(0, result.status());
    return result.out().lines().toList();
  }

  /** What the agent refuses in LuaJ: methods of its threads, and the constructor of its error. */
  private static void assertNamesThree(List<String> lines) {
    String start = "respool: org.luaj.vm2.";
    assertEquals(3, lines.size(), () -> String.join("\n", lines));
    assertEquals(
        2, lines.stream().filter(line -> line.startsWith(start + "LuaThread$State.")).count());
    assertEquals(
        1, lines.stream().filter(line -> line.startsWith(start + "LuaError.<init>(")).count());
  }

  @Test
  void one_jvm_saves_and_another_one_finishes() throws Exception {
    Path saved = next();
    List<String> expected = said(HERE, saved);
    for (LuaScript script : LuaScript.values()) {
      String first = script.name() + " 0: [";
      assertTrue(expected.stream().anyMatch(line -> line.startsWith(first)), expected::toString);
    }
    assertTrue(
        expected.contains("GLOBALS 2: [6functionnilxxxxxx]"), () -> String.join("\n", expected));
    assertEquals(expected, said(HERE, next(), saved));
  }

  @Test
  void another_jdk_goes_on_and_back() throws Exception {
    Optional<OtherJdk> other = OtherJdk.find();
    assumeTrue(other.isPresent(), "the build has found no second JDK of version 17 or more");
    Path saved = next();
    Path again = next();
    List<String> expected = said(HERE, saved);
    assertEquals(expected, said(other.get().home(), again, saved));
    assertEquals(expected, said(HERE, next(), again));
  }

  @Test
  void what_does_not_work_is_told_or_goes_wrong_as_the_page_says() throws Exception {
    ForkedJvm.Result result = run(HERE, ",saveable=" + LUAJ, "LuaLimits");
    List<String> said = result.out().lines().toList();
    assertEquals(
        List.of(
            "weak values: java.lang.ref.WeakReference, java.lang.ref.WeakReference",
            "open file: java.io.RandomAccessFile",
            "own coroutine: java.lang.ref.WeakReference",
            "object: java.lang.Object",
            "pairs over tables: another sum"),
        said,
        result.err());
  }

  @Test
  void without_the_pattern_the_error_says_what_to_do() throws Exception {
    String said = run(HERE, "", "SavedLua", next()).err();
    assertTrue(said.contains("org.luaj.vm2."), said);
    assertTrue(said.contains("choose it by saveable= if it is not yours"), said);
  }
}
