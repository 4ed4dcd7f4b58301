package dev.respool.it.agent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The agent's jar, run as a program, looks at what another JVM has saved. */
class CheckSnapshotsIT {
  private static final String SHOP =
      """
      package demo;
      import dev.respool.*;
      import dev.respool.snapshot.*;
      import java.nio.file.*;
      public class Shop {
        static { System.out.println("initialised"); }
        @Suspendable static String order() {
          int amount = 5;
          Object paid = Coroutine.yield("charge");
          return "v1 " + amount + paid;
        }
        @Suspendable static String greet() {
          return "v1 " + Coroutine.yield("name?");
        }
        public static void main(String[] args) throws Exception {
          Path directory = Files.createDirectories(Path.of(args[0], "waiting"));
          save(Coroutine.create(x -> order()), directory.resolve("order"));
          save(Coroutine.create(x -> greet()), directory.resolve("greeting"));
        }
        static void save(Coroutine<Object, Object> co, Path file) throws Exception {
          co.resume();
          Files.write(file, Snapshot.of(co).toBytes());
        }
      }
      """;

  private static final String GREETING = Path.of("waiting", "greeting").toString();
  private static final String ORDER = Path.of("waiting", "order").toString();

  @TempDir Path directory;
  private Path stored;

  @BeforeEach
  void save() throws Exception {
    stored = directory.resolve("stored");
    ForkedJvm.Result saved =
        new ForkedJvm(directory)
            .agent("")
            .classPath(program("saved", SHOP).classes())
            .run("demo.Shop", stored.toString());
    assertEquals("initialised", saved.out(), saved.err());
  }

  private Program program(String name, String source) {
    return Program.compile(directory.resolve(name), source);
  }

  private ForkedJvm.Result check(Program program, String... options) throws Exception {
    List<String> words = new ArrayList<>();
    words.addAll(List.of("-jar", ForkedJvm.AGENT.toString(), "check-snapshots"));
    words.addAll(Arrays.asList(options));
    words.addAll(
        List.of("--class-path", program.classes() + File.pathSeparator + ForkedJvm.RUNTIME));
    words.add(stored.toString());
    ForkedJvm.Result result = new ForkedJvm(directory).run(words.toArray(String[]::new));
    assertFalse(result.out().contains("initialised"), result.out());
    return result;
  }

  private static String block(ForkedJvm.Result result, String snapshot) {
    int start = result.out().indexOf(snapshot + ": ");
    assertTrue(start >= 0, result.out() + result.err());
    int end = result.out().indexOf("\n" + "waiting", start);
    return result.out().substring(start, end < 0 ? result.out().length() : end);
  }

  @Test
  void the_same_code_goes_on_whether_the_build_has_instrumented_it_or_not() throws Exception {
    Program same = program("same", SHOP);
    for (Program program : List.of(same, same.built(directory.resolve("built")))) {
      ForkedJvm.Result result = check(program);

      assertEquals(0, result.status(), result.err());
      assertEquals("", result.err());
      List<String> lines = result.out().lines().toList();
      assertEquals(GREETING + ": goes on", lines.get(0));
      assertEquals("  goes on: demo.Shop.greet(Shop.java:13)", lines.get(1));
      assertTrue(lines.contains(ORDER + ": goes on"), result.out());
      assertEquals(
          "snapshots: 2 (can go on: 2, need a pin: 0, fail: 0), other files: 0",
          lines.get(lines.size() - 1));
    }
  }

  @Test
  void newer_code_takes_over_or_the_reasons_are_told() throws Exception {
    Program retyped = program("retyped", SHOP.replace("int amount", "\n long amount"));
    for (Program program : List.of(retyped, retyped.built(directory.resolve("built")))) {
      ForkedJvm.Result result = check(program);

      assertEquals(1, result.status(), result.err());
      assertEquals("", result.err());
      assertTrue(block(result, GREETING).startsWith(GREETING + ": moves\n"), result.out());
      String order = block(result, ORDER);
      assertTrue(order.startsWith(ORDER + ": needs a pin\n"), order);
      assertTrue(order.contains("at line 9 then and line 10 now"), order);
      assertTrue(order.contains("'amount' changed its type from int to long"), order);
      assertTrue(order.contains("  moves: demo.Shop.lambda$main$0(Shop.java:17)"), order);
    }
  }

  @Test
  void a_method_that_the_agent_refuses_is_told_with_the_reason() throws Exception {
    String locked = SHOP.replace("static String order", "static synchronized String order");

    ForkedJvm.Result result = check(program("locked", locked));

    assertEquals(1, result.status(), result.err());
    String order = block(result, ORDER);
    assertTrue(order.contains("has no suspendable method order()"), order);
    assertTrue(order.contains("a synchronized method cannot suspend"), order);
    assertTrue(block(result, GREETING).startsWith(GREETING + ": moves\n"), result.out());
  }

  @Test
  void the_options_of_the_agent_count() throws Exception {
    ForkedJvm.Result result =
        check(program("same", SHOP), "--agent-options", "exclude=demo.Shop,strict=true");

    assertEquals(1, result.status(), result.err());
    String said = "the agent's option exclude= names its class";
    assertTrue(block(result, ORDER).contains(said), result.out());
    assertTrue(block(result, GREETING).contains(said), result.out());
  }

  @Test
  void a_damaged_snapshot_fails_and_other_files_are_skipped() throws Exception {
    Path greeting = stored.resolve(GREETING);
    byte[] bytes = Files.readAllBytes(greeting);
    bytes[bytes.length / 2] ^= 1;
    Files.write(greeting, bytes);
    Files.writeString(stored.resolve("README"), "who owns these");
    Files.createFile(stored.resolve("empty"));

    ForkedJvm.Result result = check(program("same", SHOP));

    assertEquals(1, result.status(), result.err());
    assertTrue(block(result, GREETING).contains("it is damaged: its checksum is wrong"));
    assertTrue(
        result.out().endsWith("(can go on: 1, need a pin: 0, fail: 1), other files: 2"),
        result.out());
  }
}
