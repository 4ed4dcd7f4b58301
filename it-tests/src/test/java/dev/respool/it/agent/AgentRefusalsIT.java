package dev.respool.it.agent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.objectweb.asm.Attribute;
import org.objectweb.asm.ByteVector;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassWriter;

class AgentRefusalsIT {
  /** The status is part of the agent's contract. */
  private static final int STRICT_EXIT_STATUS = 70;

  @TempDir Path directory;

  @Test
  void a_refused_method_is_reported_with_place_reason_and_remedy() throws Exception {
    ForkedJvm.Result result = runLocked("");

    assertEquals(1, result.err().lines().count(), result.err());
    assertTrue(result.err().startsWith("respool: demo.Locked.locked(Locked.java:7)"), result.err());
    assertTrue(result.err().contains("synchronized"), result.err());
    assertTrue(result.err().contains("Mutex"), result.err());
  }

  @Test
  void a_yield_that_meets_the_refused_method_tells_the_reason_again() throws Exception {
    ForkedJvm.Result result = runLocked("");

    assertEquals("free", result.out().lines().findFirst().orElse(""));
    assertTrue(result.out().contains("attempt to yield across"), result.out());
    assertTrue(result.out().contains("a synchronized method cannot suspend"), result.out());
    assertTrue(result.out().endsWith("end"), result.out());
    assertEquals(0, result.status());
  }

  @Test
  void strict_ends_the_jvm_at_a_refused_method() throws Exception {
    ForkedJvm.Result result = runLocked("strict=true");

    assertEquals(STRICT_EXIT_STATUS, result.status());
    assertEquals("", result.out());
    assertTrue(result.err().contains("demo.Locked.locked(Locked.java:7)"), result.err());
    assertTrue(result.err().contains("strict=true"), result.err());
  }

  @Test
  void strict_lets_a_program_without_refusals_run() throws Exception {
    Program program = Program.compile(directory, Sources.NUMBERS);

    ForkedJvm.Result result =
        new ForkedJvm(directory)
            .agent("strict=true")
            .classPath(program.classes())
            .run("demo.Numbers");

    assertEquals("1\n2\n3", result.out());
    assertEquals(0, result.status());
  }

  @Test
  void an_unreadable_neighbour_is_reported_and_the_program_runs_on() throws Exception {
    Program program = Program.compile(directory, Sources.NUMBERS, spoiltUser());
    Path spoilt = program.classes().resolve("demo/Spoilt.class");
    Files.write(spoilt, new byte[] {(byte) 0xCA, (byte) 0xFE, (byte) 0xBA, (byte) 0xBE, 0, 0, 0});

    ForkedJvm.Result result =
        new ForkedJvm(directory).agent("").classPath(program.classes()).run("demo.SpoiltUser");

    assertTrue(result.out().contains("ClassFormatError"), result.out());
    assertTrue(result.out().endsWith("1\n2\n3"), result.out());
    assertTrue(result.err().startsWith("respool: demo.Spoilt: "), result.err());
    assertTrue(result.err().contains("exclude=demo.Spoilt"), result.err());
    assertFalse(result.err().contains("Numbers"), result.err());
  }

  private static String spoiltUser() {
    return """
    package demo;
    public class SpoiltUser {
      public static void main(String[] args) throws Exception {
        try {
          Class.forName("demo.Spoilt");
        } catch (LinkageError e) {
          System.out.println(e);
        }
        Numbers.main(args);
      }
    }
    class Spoilt {}
    """;
  }

  @Test
  void a_yield_across_a_class_that_failed_to_be_transformed_tells_the_failure() throws Exception {
    Program program = Program.compile(directory, DAMAGED);
    damage(program.classes().resolve("demo/Damaged.class"));

    ForkedJvm.Result result =
        new ForkedJvm(directory).agent("").classPath(program.classes()).run("demo.Main");

    List<String> lines = result.out().lines().toList();
    assertEquals(List.of("later", "end"), lines.subList(1, lines.size()), result.out());
    assertTrue(
        lines.get(0).startsWith("attempt to yield across demo.Damaged.call(Main.java:"),
        lines.get(0));
    assertTrue(lines.get(0).contains("cannot read the class file of demo.Damaged"), lines.get(0));
    assertTrue(result.err().startsWith("respool: demo.Damaged: "), result.err());
  }

  private static final String DAMAGED =
      """
      package demo;
      import dev.respool.*;
      public class Main {
        public static void main(String[] args) {
          Coroutine<Object, Object> co = Coroutine.create(first -> {
            try {
              Damaged.call();
            } catch (NotSuspendableException e) {
              System.out.println(e.getMessage());
            }
            Coroutine.yield("later");
            return "end";
          });
          System.out.println(co.resume());
          System.out.println(co.resume());
        }
      }
      class Damaged {
        @Suspendable static void call() {
          Main2.yieldHere();
          System.out.println("went on");
        }
      }
      class Main2 {
        @Suspendable static void yieldHere() {
          Coroutine.yield("lost");
        }
      }
      """;

  /** Adds an attribute that the JVM ignores and that says something else than it may. */
  private static void damage(Path classFile) throws IOException {
    ClassReader reader = new ClassReader(Files.readAllBytes(classFile));
    ClassWriter writer = new ClassWriter(0);
    reader.accept(writer, 0);
    writer.visitAttribute(
        new Attribute("RuntimeInvisibleTypeAnnotations") {
          @Override
          protected ByteVector write(ClassWriter to, byte[] code, int size, int stack, int locals) {
            return new ByteVector().putShort(9).putByte(0x77);
          }
        });
    Files.write(classFile, writer.toByteArray());
  }

  private ForkedJvm.Result runLocked(String argument) throws IOException, InterruptedException {
    Program program = Program.compile(directory, Sources.LOCKED);
    return new ForkedJvm(directory).agent(argument).classPath(program.classes()).run("demo.Locked");
  }
}
