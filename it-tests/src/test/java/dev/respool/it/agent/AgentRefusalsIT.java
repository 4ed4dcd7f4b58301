package dev.respool.it.agent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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

  private ForkedJvm.Result runLocked(String argument) throws IOException, InterruptedException {
    Program program = Program.compile(directory, Sources.LOCKED);
    return new ForkedJvm(directory).agent(argument).classPath(program.classes()).run("demo.Locked");
  }
}
