package dev.respool.it.agent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.respool.it.docs.ShownCode;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The agent's jar, run as a program, looks into a JVM. The program there starts it itself. */
class InspectionIT {
  private static final String ASKS =
      """
      package demo;
      import java.util.*;
      public class Asks {
        static int run(String... words) throws Exception {
          List<String> command = new ArrayList<>(List.of(words));
          command.add(Long.toString(ProcessHandle.current().pid()));
          return new ProcessBuilder(command).inheritIO().start().waitFor();
        }
      }
      """;

  private static final String WAITS =
      """
      package demo;
      import dev.respool.*;
      import dev.respool.loop.*;
      public class Waits {
        @Suspendable static void receives(Channel<String> orders, int customer) {
          String order = orders.receive();
          System.out.println(order + customer);
        }
        public static void main(String[] args) throws Exception {
          EventLoop.run(() -> {
            Channel<String> orders = Channel.rendezvous();
            Task<Void> receiver = Tasks.async(() -> receives(orders, 42)).named("receiver");
            Tasks.yieldNow();
            int status = Tasks.blocking(() -> Asks.run(args));
            System.out.println("status " + status);
            orders.send("served ");
          });
        }
      }
      """;

  /** Its loop has no tasks, and its class that is loaded later suspends only if instrumented. */
  private static final String PLAIN =
      """
      package demo;
      import dev.respool.*;
      import dev.respool.loop.*;
      public class Plain {
        static class Later {
          @Suspendable static void suspends() { Coroutine.yield(1); }
        }
        public static void main(String[] args) throws Exception {
          EventLoop loop = EventLoop.create();
          loop.runPending();
          System.out.println("status " + Asks.run(args));
          try {
            Coroutine.create(() -> Later.suspends()).resume();
            System.out.println("instrumented");
          } catch (IllegalStateException e) {
            System.out.println("not instrumented");
          }
        }
      }
      """;

  private static final String NO_RESPOOL =
      """
      package demo;
      public class Without {
        public static void main(String[] args) throws Exception {
          System.out.println("status " + Asks.run(args));
        }
      }
      """;

  @TempDir Path directory;
  private Program program;

  @BeforeEach
  void compile() {
    program =
        Program.compile(
            directory.resolve("program"),
            ASKS,
            WAITS,
            PLAIN,
            NO_RESPOOL,
            "module demo { requires dev.respool.runtime; }");
  }

  /** From Java 21 on the JVM warns of each agent that comes later, unless it is told not to. */
  private ForkedJvm jvm() {
    return new ForkedJvm(directory).option("-XX:+EnableDynamicAgentLoading");
  }

  private static String[] command(String main, String... words) {
    List<String> all = new ArrayList<>(List.of(main));
    all.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    all.addAll(List.of("-jar", ForkedJvm.AGENT.toString()));
    all.addAll(List.of(words));
    return all.toArray(String[]::new);
  }

  private List<ForkedJvm> doors() throws Exception {
    Program built = program.built(directory.resolve("built"));
    return List.of(
        jvm().agent("").classPath(program.classes()),
        jvm().classPath(built.classes()),
        jvm().option("-p", built.classes() + File.pathSeparator + ForkedJvm.RUNTIME, "-m"));
  }

  private static String main(ForkedJvm door, List<ForkedJvm> doors) {
    return door == doors.get(2) ? "demo/demo.Waits" : "demo.Waits";
  }

  @Test
  void a_dump_shows_where_tasks_wait_and_with_which_values() throws Exception {
    List<ForkedJvm> doors = doors();
    for (ForkedJvm door : doors) {
      ForkedJvm.Result result = door.run(command(main(door, doors), "dump"));

      assertFalse(result.err().contains("respool"), result.err());
      String out = result.out();
      assertTrue(out.startsWith("Respool dump of process "), out);
      assertTrue(
          out.contains("task 2 (receiver), child of task 1: waits in Channel.receive (channel)"),
          out);
      assertTrue(out.contains("demo.Waits.receives(Waits.java:6)\n         customer=42\n"), out);
      assertTrue(out.endsWith("status 0\nserved 42"), out);
    }
  }

  /** Another JVM, until it is destroyed. */
  private Process start(Program shop) throws IOException {
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    String classPath = shop.classes() + File.pathSeparator + ForkedJvm.RUNTIME;
    return new ProcessBuilder(java, "-javaagent:" + ForkedJvm.AGENT, "-cp", classPath, "Step")
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .start();
  }

  /** Without what differs each time. */
  private static String comparable(String dump) {
    return dump.replaceAll("(?m)^  read in .*\n", "")
        .replaceAll("process \\d+ at \\S+", "process N at TIME")
        .replaceAll("@[0-9a-f]+", "@HASH")
        .replaceAll("lambda\\$open\\$\\d", "lambda") // javac numbers them as it likes
        .replaceAll("turns: \\d+", "turns: N")
        .replaceAll(", for at least \\S+ s\\)", ")");
  }

  @Test
  void the_page_shows_what_is_printed() throws Exception {
    ShownCode shop = ShownCode.of("docs/inspection.md", "public class Shop {");
    Program compiled =
        Program.compile(
            directory.resolve("shop"),
            shop.type(),
            "class Step { public static void main(String[] args) { Shop.open(); } }");
    Process process = start(compiled);
    try {
      String[] dump = {"-jar", ForkedJvm.AGENT.toString(), "dump", Long.toString(process.pid())};
      ForkedJvm.Result result;
      do {
        result = new ForkedJvm(directory).run(dump);
      } while (process.isAlive() && !result.out().contains("deadlock"));
      result = new ForkedJvm(directory).run(dump); // the one before may have seen a part earlier
      String shown = String.join("\n", shop.printed());
      assertEquals(comparable(shown), comparable(result.out()), result.err());
    } finally {
      process.destroyForcibly().waitFor();
    }
  }

  @Test
  void a_dump_can_be_json() throws Exception {
    ForkedJvm.Result result =
        jvm()
            .agent("")
            .classPath(program.classes())
            .run(command("demo.Waits", "dump", "--json", "--tasks", "1"));

    assertEquals("", result.err());
    String json = result.out().lines().findFirst().orElseThrow();
    assertTrue(json.startsWith("{\"format\":1,\"pid\":"), json);
    assertTrue(json.endsWith("\"coroutines\":[]}"), json);
    assertFalse(json.contains("receives"), "only one task is shown: " + json);
  }

  @Test
  void top_prints_a_table_once_if_the_output_is_no_terminal() throws Exception {
    ForkedJvm.Result result =
        jvm()
            .agent("")
            .classPath(program.classes())
            .run(command("demo.Waits", "top", "--sort", "kind"));

    assertEquals("", result.err());
    List<String> lines = result.out().lines().toList();
    assertTrue(lines.get(0).startsWith("respool top: process "), result.out());
    assertEquals(
        "loop 1 (main): 0 runnable, 0 running, 2 waiting, 0 ended",
        lines.get(1).replaceAll(", \\d+ turns$", ""));
    assertTrue(lines.get(3).startsWith(" LOOP    TASK NAME"), result.out());
    List<String> kinds =
        Stream.of(lines.get(4), lines.get(5)).map(line -> line.substring(41, 51).strip()).toList();
    assertEquals(List.of("blocking", "channel"), kinds, result.out());
    assertTrue(lines.get(5).endsWith("demo.Waits.receives(Waits.java:6)"), result.out());
  }

  @Test
  void nothing_is_instrumented_that_was_not_before() throws Exception {
    ForkedJvm.Result result = jvm().classPath(program.classes()).run(command("demo.Plain", "dump"));

    assertEquals("", result.err());
    assertTrue(result.out().contains("loop 1: 0 runnable"), result.out());
    assertTrue(result.out().endsWith("status 0\nnot instrumented"), result.out());
  }

  @Test
  void a_program_without_respool_is_told_of() throws Exception {
    ForkedJvm.Result result =
        jvm().classPath(program.classes()).run(command("demo.Without", "dump"));

    assertEquals("status 2", result.out());
    assertTrue(result.err().contains("has no event loop and no coroutine"), result.err());
  }

  @Test
  void a_program_that_cannot_be_attached_to_is_told_of() throws Exception {
    ForkedJvm.Result result =
        jvm()
            .option("-XX:+DisableAttachMechanism")
            .classPath(program.classes())
            .run(command("demo.Without", "dump"));

    assertTrue(result.out().endsWith("status 2"), result.out());
    assertTrue(result.err().contains("-XX:+DisableAttachMechanism"), result.err());
  }

  @Test
  void a_process_that_there_is_not_is_told_of() throws Exception {
    String none = Long.toString(Integer.MAX_VALUE);
    ForkedJvm.Result result = jvm().run("-jar", ForkedJvm.AGENT.toString(), "dump", none);

    assertEquals(2, result.status());
    assertEquals("respool dump: there is no process " + none, result.err());
  }
}
