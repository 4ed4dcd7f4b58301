package dev.respool.it.agent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AgentOptionsIT {
  private static final String ONE_TWO_THREE = "1\n2\n3";

  private static final String HELP =
      """
      Write -javaagent:respool-agent.jar=key=value,key=value with these keys:
        suspendable=PATTERNS    third-party classes that may suspend
        saveable=PATTERNS       classes that are made serializable, with their lambdas
        exclude=PATTERNS        classes that are never transformed
        monitors=refuse|release what becomes of methods that suspend in synchronized
        debug=true|false        debuggers see the source only; true if one is expected
        dump=DIR                write every transformed class file below DIR
        cache=DIR               keep transformed classes in DIR for the next start
        strict=true|false       end the JVM when something cannot be transformed
        verbose=true|false      print a line for every transformed class
      PATTERNS are separated by ';': pkg.** (with subpackages), pkg.*, pkg.Pre*, pkg.Class""";

  @TempDir Path directory;

  @Test
  void no_argument_is_needed() throws Exception {
    ForkedJvm.Result result = runNumbers("");

    assertEquals(ONE_TWO_THREE, result.out());
    assertEquals("", result.err());
    assertEquals(0, result.status());
  }

  @Test
  void coroutines_and_event_loops_run_as_they_are_written() throws Exception {
    Program program = Program.compile(directory, Sources.WEATHER);

    ForkedJvm.Result result =
        new ForkedJvm(directory).agent("").classPath(program.classes()).run("demo.Weather");

    assertEquals("sunny?\nyes!\n21 degrees on main", result.out());
    assertEquals("", result.err());
  }

  @Test
  void without_the_agent_the_error_tells_to_use_it() throws Exception {
    Program program = Program.compile(directory, Sources.NUMBERS);

    ForkedJvm.Result result =
        new ForkedJvm(directory).classPath(program.classes()).run("demo.Numbers");

    assertNotEquals(0, result.status());
    assertTrue(result.err().contains("-javaagent:respool-agent.jar"), result.err());
  }

  @Test
  void a_program_without_the_runtime_runs_in_silence() throws Exception {
    Program program =
        Program.compile(
            directory,
            Sources.LIBRARY,
            "package demo; class Plain { public static void main(String[] a) { lib.Walker.each(2,"
                + " System.out::println); } }");

    ForkedJvm.Result result =
        new ForkedJvm(directory)
            .agent("")
            .option("-cp", program.classes().toString())
            .run("demo.Plain");

    assertEquals("1\n2", result.out());
    assertEquals("", result.err());
  }

  @Test
  void a_pattern_makes_third_party_code_suspendable() throws Exception {
    assertEquals(ONE_TWO_THREE, runVisits("suspendable=lib.**").out());
  }

  @Test
  void without_a_pattern_third_party_code_is_named_as_the_obstacle() throws Exception {
    ForkedJvm.Result result = runVisits("");

    assertTrue(result.out().contains("attempt to yield across"), result.out());
    assertTrue(result.out().contains("lib.Walker.each(Walker.java:"), result.out());
  }

  @Test
  void a_jar_can_bring_its_patterns_along() throws Exception {
    Path library = Files.createDirectory(directory.resolve("library"));
    Path jar =
        Program.compile(library, Sources.LIBRARY)
            .with("META-INF/respool/suspendables", "# what can suspend\n\n lib.Walker \n")
            .jar(directory.resolve("library.jar"), Map.of());
    Path app = Program.compile(directory, Sources.LIBRARY, Sources.LIBRARY_USER).classes();
    Files.delete(app.resolve("lib/Walker.class"));

    ForkedJvm.Result result =
        new ForkedJvm(directory).agent("").classPath(app, jar).run("demo.Visits");

    assertEquals(ONE_TWO_THREE, result.out());
    assertEquals("", result.err());
  }

  @Test
  void a_malformed_pattern_of_a_jar_is_reported_with_its_file() throws Exception {
    Program program =
        Program.compile(directory, Sources.NUMBERS)
            .with("META-INF/respool/suspendables", "lib.*.Walker\n");

    ForkedJvm.Result result =
        new ForkedJvm(directory).agent("").classPath(program.classes()).run("demo.Numbers");

    assertEquals(ONE_TWO_THREE, result.out());
    assertTrue(result.err().contains("META-INF/respool/suspendables"), result.err());
    assertTrue(result.err().contains("lib.*.Walker"), result.err());
  }

  @Test
  void an_excluded_class_is_left_alone_and_the_error_says_so() throws Exception {
    ForkedJvm.Result result = runVisits("suspendable=lib.**,exclude=lib.Walker");

    assertTrue(result.out().contains("exclude="), result.out());
  }

  @Test
  void an_unknown_key_stops_the_jvm_with_the_valid_ones_and_nothing_else() throws Exception {
    assertStops(
        runNumbers("suspendables=lib.**"),
        "Respool agent: unknown option 'suspendables' in 'suspendables=lib.**'.");
  }

  @Test
  void a_bad_value_stops_the_jvm_with_its_message_and_nothing_else() throws Exception {
    assertStops(
        runNumbers("verbose=true,strict=yes"),
        "Respool agent: bad option 'strict=yes': the value must be true or false.");
  }

  @Test
  void a_missing_value_stops_the_jvm_with_its_message_and_nothing_else() throws Exception {
    assertStops(runNumbers("strict"), "Respool agent: option 'strict' has no value.");
  }

  private static void assertStops(ForkedJvm.Result result, String problem) {
    assertEquals(problem + "\n" + HELP, result.err());
    assertEquals("", result.out());
    assertEquals(1, result.status());
  }

  @Test
  void dump_writes_the_transformed_class_files_only() throws Exception {
    Path dump = directory.resolve("deep/dump");
    Program program = Program.compile(directory, Sources.LIBRARY, Sources.NUMBERS);

    assertEquals(
        ONE_TWO_THREE,
        new ForkedJvm(directory)
            .agent("dump=" + dump)
            .classPath(program.classes())
            .run("demo.Numbers")
            .out());

    Path dumped = dump.resolve("demo/Numbers.class");
    Path original = program.classes().resolve("demo/Numbers.class");
    assertTrue(Files.size(dumped) > Files.size(original));
    assertFalse(Files.exists(dump.resolve("lib")));
  }

  @Test
  void dumped_classes_run_without_the_agent() throws Exception {
    Path dump = directory.resolve("dump");
    runNumbers("dump=" + dump);

    ForkedJvm.Result result = new ForkedJvm(directory).classPath(dump).run("demo.Numbers");

    assertEquals(ONE_TWO_THREE, result.out());
  }

  @Test
  void verbose_prints_a_line_for_each_transformed_class() throws Exception {
    ForkedJvm.Result result = runNumbers("verbose=true");

    assertEquals(ONE_TWO_THREE, result.out());
    assertTrue(result.err().startsWith("respool: demo.Numbers: "), result.err());
    assertEquals(1, result.err().lines().count());
  }

  private ForkedJvm.Result runNumbers(String argument) throws IOException, InterruptedException {
    Program program = Program.compile(directory, Sources.NUMBERS);
    return new ForkedJvm(directory)
        .agent(argument)
        .classPath(program.classes())
        .run("demo.Numbers");
  }

  private ForkedJvm.Result runVisits(String argument) throws IOException, InterruptedException {
    Program program = Program.compile(directory, Sources.LIBRARY, Sources.LIBRARY_USER);
    return new ForkedJvm(directory).agent(argument).classPath(program.classes()).run("demo.Visits");
  }
}
