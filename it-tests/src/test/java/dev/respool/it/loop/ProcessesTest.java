package dev.respool.it.loop;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.respool.Suspendable;
import dev.respool.loop.EventLoop;
import dev.respool.loop.ProcessOutput;
import dev.respool.loop.ProcessResult;
import dev.respool.loop.Processes;
import dev.respool.loop.RunningProcess;
import dev.respool.loop.Task;
import dev.respool.loop.Tasks;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;

@Timeout(60)
@DisabledOnOs(OS.WINDOWS)
class ProcessesTest {

  @Test
  void a_process_runs_to_its_end_and_gives_all_that_it_wrote() throws Exception {
    assertEquals(List.of("3", "out", "err"), Transformed.call(Program.class, "run"));
  }

  @Test
  void more_processes_than_blocking_threads_wait_at_once() throws Exception {
    assertEquals(70, (int) Transformed.call(Program.class, "many", 70));
  }

  @Test
  void a_process_is_talked_to_through_its_pipes() throws Exception {
    assertEquals(
        List.of("1st", "2nd", "end", "0"), Transformed.call(Program.class, "conversation"));
  }

  @Test
  void lines_are_read_as_they_come() throws Exception {
    assertEquals(
        List.of("first", "", "x".repeat(20_000), "rest", "null", "null"),
        Transformed.call(Program.class, "lines"));
  }

  @Test
  void what_comes_after_a_cancelled_read_is_not_lost() throws Exception {
    assertEquals(List.of("timeout", "late"), Transformed.call(Program.class, "cancelledRead"));
  }

  @Test
  void a_process_is_killed_when_the_task_that_waits_for_it_is_cancelled() throws Exception {
    assertEquals(List.of("timeout", "137"), Transformed.call(Program.class, "killed"));
    assertEquals("timeout", Transformed.call(Program.class, "killedRun"));
  }

  @Test
  void a_command_that_does_not_exist_and_a_pipe_that_nobody_reads_are_exceptions()
      throws Exception {
    assertEquals(List.of("no command", "broken"), Transformed.call(Program.class, "faults"));
  }

  /** Transformed. */
  public static class Program {
    private static ProcessBuilder shell(String script) {
      return new ProcessBuilder("sh", "-c", script);
    }

    /** Both outputs. */
    public static List<String> run() {
      return EventLoop.run(
          () -> {
            ProcessResult result = Processes.run(shell("cat; printf out; printf err >&2; exit 3"));
            return List.of("" + result.exitCode(), result.outputText(), result.errorText());
          });
    }

    /** None ends before all have started. */
    public static int many(int count) {
      return EventLoop.run(
          () -> {
            List<RunningProcess> all = new ArrayList<>();
            List<Task<Integer>> readers = new ArrayList<>();
            for (int i = 0; i < count; i++) {
              RunningProcess process = Processes.start(shell("read line; echo $line"));
              all.add(process);
              readers.add(Tasks.async(() -> read(process.output()).equals("go\n") ? 1 : 0));
            }
            for (RunningProcess process : all) {
              process.write("go\n".getBytes(StandardCharsets.UTF_8));
            }
            int sum = 0;
            for (Task<Integer> reader : readers) {
              sum += reader.await();
            }
            for (RunningProcess process : all) {
              sum += process.exitCode();
            }
            return sum;
          });
    }

    @Suspendable
    private static String read(ProcessOutput output) throws IOException {
      ByteBuffer buffer = ByteBuffer.allocate(100);
      return output.read(buffer) < 0
          ? "end"
          : StandardCharsets.UTF_8.decode(buffer.flip()).toString();
    }

    /** Question and answer. */
    public static List<String> conversation() {
      return EventLoop.run(
          () -> {
            List<String> log = new ArrayList<>();
            try (RunningProcess cat = Processes.start(new ProcessBuilder("cat"))) {
              cat.write("1st".getBytes(StandardCharsets.UTF_8));
              log.add(read(cat.output()));
              cat.write("2nd".getBytes(StandardCharsets.UTF_8));
              log.add(read(cat.output()));
              cat.closeInput();
              log.add(read(cat.output()));
              log.add("" + cat.exitCode());
            }
            return log;
          });
    }

    /** One is longer than a pipe gives at once; the last call gets what lines have left. */
    public static List<String> lines() {
      return EventLoop.run(
          () -> {
            List<String> log = new ArrayList<>();
            try (RunningProcess cat = Processes.start(new ProcessBuilder("cat"))) {
              cat.write(("first\n\r\n" + "x".repeat(20_000) + "\nrest\n").getBytes("UTF-8"));
              cat.closeInput();
              for (int i = 0; i < 3; i++) {
                log.add(cat.output().readLine(20_000));
              }
              ByteBuffer rest = ByteBuffer.allocate(100);
              while (rest.position() < 5 && cat.output().read(rest) > 0) {
                Tasks.yieldNow();
              }
              log.add(StandardCharsets.UTF_8.decode(rest.flip()).toString().trim());
              log.add("" + cat.output().readLine(10));
              log.add("" + cat.errors().readLine(10));
            }
            return log;
          });
    }

    /** The next one gets it. */
    public static List<String> cancelledRead() {
      return EventLoop.run(
          () -> {
            List<String> log = new ArrayList<>();
            try (RunningProcess cat = Processes.start(new ProcessBuilder("cat"))) {
              try {
                Tasks.withTimeout(Duration.ofMillis(20), () -> read(cat.output()));
              } catch (TimeoutException e) {
                log.add("timeout");
              }
              cat.write("late".getBytes(StandardCharsets.UTF_8));
              log.add(read(cat.output()));
            }
            return log;
          });
    }

    /** Would never end. */
    public static List<String> killed() {
      return EventLoop.run(
          () -> {
            List<String> log = new ArrayList<>();
            try (RunningProcess cat = Processes.start(new ProcessBuilder("cat"))) {
              try {
                Tasks.withTimeout(Duration.ofMillis(20), () -> cat.exitCode());
              } catch (TimeoutException e) {
                log.add("timeout");
              }
              log.add("" + cat.exitCode());
            }
            return log;
          });
    }

    /** Would sleep for long: the outputs end when the process is killed. */
    public static String killedRun() {
      return EventLoop.run(
          () -> {
            try {
              ProcessBuilder sleep = new ProcessBuilder("sleep", "1000");
              return Tasks.withTimeout(Duration.ofMillis(20), () -> Processes.run(sleep))
                  .toString();
            } catch (TimeoutException e) {
              return "timeout";
            }
          });
    }

    /** Two of them. */
    public static List<String> faults() {
      return EventLoop.run(
          () -> {
            List<String> log = new ArrayList<>();
            try {
              Processes.run(new ProcessBuilder("no-such-command"));
            } catch (IOException e) {
              log.add("no command");
            }
            try (RunningProcess deaf = Processes.start(shell("exit 0"))) {
              deaf.exitCode();
              deaf.write(new byte[1_000_000]);
            } catch (IOException e) {
              log.add("broken");
            }
            return log;
          });
    }
  }
}
