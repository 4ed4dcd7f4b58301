package dev.respool.it.agent;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Thread dumps, profilers and loggers call resumed code by the names of the program's methods. */
class ResumedNamesIT {
  /** Runs in a loop until it has been seen. */
  private static final String BUSY =
      """
      package demo;
      import dev.respool.*;
      public class Busy {
        static volatile boolean seen;
        static volatile boolean resumed;
        static volatile double sink;
        public static void main(String[] args) throws Exception {
          Coroutine<Object, Object> co = Coroutine.create(() -> { work(); });
          co.resume();
          Thread observer = new Thread(new Observer());
          observer.start();
          co.resume();
          observer.join();
        }
        @Suspendable static void work() {
          Coroutine.yield();
          System.out.println("log " + StackWalker.getInstance()
              .walk(frames -> frames.findFirst().get().getMethodName()));
          resumed = true;
          while (!seen) {
            sink += Math.sqrt(sink + 1);
          }
        }
      }
      """;

  private static final String OBSERVER =
      """
      package demo;
      import java.lang.management.ManagementFactory;
      import java.nio.file.*;
      import java.time.Duration;
      import java.util.*;
      import java.util.stream.*;
      import javax.management.ObjectName;
      import jdk.jfr.Recording;
      import jdk.jfr.consumer.*;
      public class Observer implements Runnable {
        @Override public void run() {
          try (Recording recording = new Recording()) {
            recording.enable("jdk.ExecutionSample").withPeriod(Duration.ofMillis(10));
            recording.start();
            while (!Busy.resumed) {
              Thread.sleep(1);
            }
            System.out.println("jstack " + frames(command("threadPrint")));
            String sampled = "";
            long end = System.nanoTime() + Duration.ofMinutes(1).toNanos();
            while (sampled.isEmpty() && System.nanoTime() < end) {
              Thread.sleep(50);
              sampled = sampled(recording);
            }
            System.out.println("jfr " + sampled);
            if (Files.exists(Path.of("/proc/self/maps"))) {
              System.out.println("perf " + perf());
            }
          } catch (Exception e) {
            e.printStackTrace();
          } finally {
            Busy.seen = true;
          }
        }
        private static String command(String name) throws Exception {
          return (String) ManagementFactory.getPlatformMBeanServer().invoke(
              new ObjectName("com.sun.management:type=DiagnosticCommand"), name,
              new Object[] {new String[0]}, new String[] {String[].class.getName()});
        }
        private static String frames(String dump) {
          return dump.lines().map(String::strip)
              .filter(line -> line.startsWith("at demo.Busy.work("))
              .map(line -> line.substring(3, line.indexOf('('))).distinct()
              .collect(Collectors.joining(" "));
        }
        private static String sampled(Recording recording) throws Exception {
          Path file = Files.createTempFile("busy", ".jfr");
          recording.dump(file);
          try {
            return RecordingFile.readAllEvents(file).stream()
                .filter(event -> event.getEventType().getName().equals("jdk.ExecutionSample"))
                .map(event -> event.getStackTrace().getFrames().get(0).getMethod())
                .map(method -> method.getType().getName() + "." + method.getName())
                .filter(name -> name.startsWith("demo.Busy."))
                .distinct().collect(Collectors.joining(" "));
          } finally {
            Files.delete(file);
          }
        }
        private static String perf() throws Exception {
          Path map = Path.of("/tmp/perf-" + ProcessHandle.current().pid() + ".map");
          long end = System.nanoTime() + Duration.ofMinutes(1).toNanos();
          while (System.nanoTime() < end) {
            command("compilerPerfmap");
            String text = Files.readString(map);
            Files.delete(map);
            if (text.contains("demo.Busy::work") || text.contains("demo.Busy.work")) {
              return "demo.Busy.work";
            }
            Thread.sleep(50);
          }
          return "";
        }
      }
      """;

  @TempDir Path directory;

  @ParameterizedTest
  @CsvSource({"false", "true"})
  void they_are_the_names_of_the_source(String debug) throws Exception {
    Program program = Program.compile(directory, BUSY, OBSERVER);
    ForkedJvm.Result result =
        new ForkedJvm(directory)
            .agent("debug=" + debug)
            .classPath(program.classes())
            .run("demo.Busy");

    String perf = Path.of("/proc/self/maps").toFile().exists() ? "\nperf demo.Busy.work" : "";
    assertEquals(
        "log work\njstack demo.Busy.work\njfr demo.Busy.work" + perf, result.out(), result.err());
  }
}
