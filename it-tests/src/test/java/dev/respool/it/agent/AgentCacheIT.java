package dev.respool.it.agent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The option {@code cache=}: later starts use what earlier ones have kept, if it still holds. */
class AgentCacheIT {
  private static final String ONE_TWO_THREE = "1\n2\n3";

  /** Overrides what its superclass says can suspend, or not. */
  private static final String OVERRIDING =
      """
      package demo;
      import dev.respool.Coroutine;
      import dev.respool.NotSuspendableException;
      public class Overriding extends lib.Base {
        @Override public void step() { Coroutine.yield("yielded"); }
        public static void main(String[] args) {
          lib.Base base = new Overriding();
          Coroutine<Object, Object> steps = Coroutine.create(x -> { base.step(); return "ended"; });
          try {
            System.out.println(steps.resume());
          } catch (NotSuspendableException e) {
            System.out.println("refused");
          }
        }
      }
      """;

  @TempDir Path directory;
  private Path cache;

  @BeforeEach
  void makeCache() throws IOException {
    cache = Files.createDirectory(directory.resolve("cache"));
  }

  private ForkedJvm.Result run(Program program, String options, String main) throws Exception {
    return new ForkedJvm(directory)
        .agent(options + "cache=" + cache)
        .option("-Xlog:class+load:file=" + directory.resolve("loaded.txt"))
        .classPath(program.classes())
        .run(main);
  }

  /** ASM is loaded only if a class is compiled. */
  private boolean hasCompiled() throws IOException {
    return Files.readString(directory.resolve("loaded.txt")).contains("shaded.asm.");
  }

  private List<Path> kept() throws IOException {
    try (Stream<Path> files = Files.list(cache)) {
      return files.toList();
    }
  }

  @Test
  void the_second_start_compiles_nothing_and_runs_alike() throws Exception {
    Program program = Program.compile(directory, Sources.NUMBERS);
    ForkedJvm.Result first = run(program, "verbose=true,", "demo.Numbers");
    assertEquals(ONE_TWO_THREE, first.out());
    assertTrue(hasCompiled());
    assertFalse(kept().isEmpty());
    ForkedJvm.Result second = run(program, "verbose=true,", "demo.Numbers");
    assertEquals(first, second);
    assertFalse(hasCompiled());
  }

  @Test
  void refusals_and_warnings_are_told_at_each_start() throws Exception {
    Program program = Program.compile(directory, Sources.LOCKED);
    ForkedJvm.Result first = run(program, "", "demo.Locked");
    assertTrue(first.err().contains("cannot make this method suspendable"), first.err());
    assertEquals(first, run(program, "", "demo.Locked"));
    assertFalse(hasCompiled());
  }

  @Test
  void a_class_is_compiled_again_when_its_superclass_has_changed() throws Exception {
    String base = "package lib; public class Base { %s public void step() {} }";
    Program plain =
        Program.compile(
            Files.createDirectory(directory.resolve("plain")), base.formatted(""), OVERRIDING);
    Program marked =
        Program.compile(
            Files.createDirectory(directory.resolve("marked")),
            base.formatted("@dev.respool.Suspendable"),
            OVERRIDING);
    for (int round = 0; round < 2; round++) {
      assertEquals("refused", run(plain, "", "demo.Overriding").out());
      assertEquals("yielded", run(marked, "", "demo.Overriding").out());
    }
  }

  @Test
  void other_options_have_results_of_their_own() throws Exception {
    Program program = Program.compile(directory, Sources.LIBRARY, Sources.LIBRARY_USER);
    assertTrue(run(program, "", "demo.Visits").out().contains("attempt to yield across"));
    assertEquals(ONE_TWO_THREE, run(program, "suspendable=lib.**,", "demo.Visits").out());
    assertTrue(run(program, "", "demo.Visits").out().contains("attempt to yield across"));
  }

  @Test
  void damaged_files_are_told_of_and_written_anew() throws Exception {
    Program program = Program.compile(directory, Sources.NUMBERS);
    run(program, "", "demo.Numbers");
    for (Path file : kept()) {
      Files.writeString(file, "damaged");
    }
    ForkedJvm.Result result = run(program, "", "demo.Numbers");
    assertEquals(ONE_TWO_THREE, result.out());
    assertTrue(result.err().contains("cannot be used"), result.err());
    assertEquals("", run(program, "", "demo.Numbers").err());
    assertFalse(hasCompiled());
  }

  @Test
  void a_directory_that_is_not_there_stops_the_jvm() throws Exception {
    Program program = Program.compile(directory, Sources.NUMBERS);
    cache = directory.resolve("none");
    ForkedJvm.Result result = run(program, "", "demo.Numbers");
    assertEquals(1, result.status());
    assertEquals("", result.out());
    assertTrue(result.err().contains("there is no such directory"), result.err());
    assertFalse(Files.exists(cache));
  }
}
