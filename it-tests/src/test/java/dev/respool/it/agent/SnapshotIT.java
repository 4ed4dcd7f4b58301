package dev.respool.it.agent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One JVM saves a coroutine and another one finishes it, through either door. */
class SnapshotIT {
  private static final String WALK =
      """
      package demo;
      import dev.respool.*;
      import dev.respool.snapshot.*;
      import java.io.Serializable;
      import java.nio.file.*;
      import java.util.*;
      public class Walk {
        record Tree(Tree left, int key, Tree right) implements Serializable {
          static Tree of(int from, int to) {
            int middle = (from + to) / 2;
            return from > to ? null : new Tree(of(from, middle - 1), middle, of(middle + 1, to));
          }
        }
        @Suspendable static String walk(Tree tree, Map<String, Integer> names) {
          if (tree == null) return "";
          String said = walk(tree.left(), names);
          try {
            for (Map.Entry<String, Integer> name : names.entrySet()) {
              double half = tree.key() / 2.0;
              Coroutine.yield(name.getKey() + tree.key());
              said += name.getValue() * half + ";";
            }
          } finally {
            said += ".";
          }
          return said + walk(tree.right(), names);
        }
        public static void main(String[] args) throws Exception {
          Path file = Path.of(args[1]);
          if (args[0].equals("save")) {
            Coroutine<Object, Object> co =
                Coroutine.create(x -> walk(Tree.of(1, 5), new HashMap<>(Map.of("a", 1, "b", 2))));
            for (int i = 0; i < 5; i++) System.out.println(co.resume());
            Files.write(file, Snapshot.of(co).toBytes());
          } else {
            SnapshotPolicy policy = SnapshotPolicy.allowing("demo.*");
            Coroutine<Object, Object> co = Snapshot.read(Files.readAllBytes(file), policy).restore();
            while (!co.isDone()) System.out.println(co.resume());
          }
        }
      }
      """;

  private static final String PRICED =
      """
      package demo;
      import dev.respool.*;
      import dev.respool.snapshot.*;
      import java.util.function.IntUnaryOperator;
      public class Priced {
        @Suspendable static int total(int price) {
          IntUnaryOperator half = n -> n / 2;
          Coroutine.yield();
          return half.applyAsInt(price);
        }
        public static void main(String[] args) {
          Coroutine<Object, Object> co = Coroutine.create(x -> total(10));
          co.resume();
          byte[] bytes = Snapshot.of(co).toBytes();
          SnapshotPolicy policy = SnapshotPolicy.allowing("demo.Priced");
          System.out.println(Snapshot.read(bytes, policy).restore().resume());
        }
      }
      """;

  private static final String SAVED = "a1\nb1\na2\nb2\na3";
  private static final String FINISHED =
      "b3\na4\nb4\na5\nb5\n0.5;1.0;.1.0;2.0;.1.5;3.0;.2.0;4.0;.2.5;5.0;.";

  @TempDir Path directory;
  private Path file;

  @BeforeEach
  void choosePlace() {
    file = directory.resolve("walk.snapshot");
  }

  private ForkedJvm jvm(boolean agent) {
    ForkedJvm jvm = new ForkedJvm(directory);
    return agent ? jvm.agent("") : jvm;
  }

  @Test
  void one_jvm_saves_and_another_one_finishes_through_either_door() throws Exception {
    Program program = Program.compile(directory.resolve("p"), WALK);
    Program built = program.built(directory.resolve("built"));
    for (boolean savedByAgent : new boolean[] {true, false}) {
      Path from = (savedByAgent ? program : built).classes();
      ForkedJvm.Result saved =
          jvm(savedByAgent).classPath(from).run("demo.Walk", "save", file.toString());
      assertEquals(SAVED, saved.out(), saved.err());
      for (boolean restoredByAgent : new boolean[] {true, false}) {
        Path to = (restoredByAgent ? program : built).classes();
        ForkedJvm.Result finished =
            jvm(restoredByAgent).classPath(to).run("demo.Walk", "restore", file.toString());
        assertEquals(FINISHED, finished.out(), finished.err());
        assertEquals("", finished.err());
      }
      Files.delete(file);
    }
  }

  @Test
  void without_instrumentation_the_error_says_what_to_do() throws Exception {
    Program program = Program.compile(directory.resolve("p"), WALK);
    jvm(true).classPath(program.classes()).run("demo.Walk", "save", file.toString());
    ForkedJvm.Result result =
        jvm(false).classPath(program.classes()).run("demo.Walk", "restore", file.toString());
    assertTrue(result.err().contains("run with the Respool agent"), result.err());
    assertTrue(result.err().contains("demo.Walk.walk(Walk.java:"), result.err());
  }

  @Test
  void a_named_module_opens_its_package_or_the_error_says_how() throws Exception {
    String shut = "module demo.walk { requires dev.respool.runtime; exports demo; }";
    String open = shut.replace("exports", "opens demo to dev.respool.runtime; exports");
    Program program = Program.compile(directory.resolve("p"), WALK, shut);
    Program opened = Program.compile(directory.resolve("o"), WALK, open);
    ForkedJvm.Result saved = run(program, true, "save");
    assertEquals(SAVED, saved.out(), saved.err());
    assertEquals(FINISHED, run(program, true, "restore").out(), "the agent opens by itself");
    Program built = program.built(directory.resolve("built"));
    ForkedJvm.Result refused = run(built, false, "restore");
    assertTrue(refused.err().contains("opens demo to dev.respool.runtime;"), refused.err());
    ForkedJvm.Result finished = run(opened.built(directory.resolve("b")), false, "restore");
    assertEquals(FINISHED, finished.out(), finished.err());
  }

  @Test
  void an_option_of_the_agent_chooses_whose_lambdas_are_saved() throws Exception {
    Program program = Program.compile(directory.resolve("p"), PRICED);
    ForkedJvm.Result refused = jvm(true).classPath(program.classes()).run("demo.Priced");
    assertTrue(refused.err().contains("mark the class that makes it with @Saveable"));
    ForkedJvm chosen = new ForkedJvm(directory).agent("saveable=demo.*");
    ForkedJvm.Result saved = chosen.classPath(program.classes()).run("demo.Priced");
    assertEquals("5", saved.out(), saved.err());
  }

  private ForkedJvm.Result run(Program program, boolean agent, String what) throws Exception {
    return jvm(agent)
        .option("-p", program.classes() + java.io.File.pathSeparator + ForkedJvm.RUNTIME)
        .run("-m", "demo.walk/demo.Walk", what, file.toString());
  }
}
