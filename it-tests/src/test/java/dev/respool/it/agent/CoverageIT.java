package dev.respool.it.agent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.jacoco.core.analysis.Analyzer;
import org.jacoco.core.analysis.CoverageBuilder;
import org.jacoco.core.analysis.IClassCoverage;
import org.jacoco.core.analysis.ICounter;
import org.jacoco.core.analysis.ILine;
import org.jacoco.core.data.ExecutionDataStore;
import org.jacoco.core.tools.ExecFileLoader;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** JaCoCo counts the same with Respool as without. */
class CoverageIT {
  /** Lines and branches that run before, between and behind suspensions, and some that never do. */
  private static final String COVERED =
      """
      package demo;
      import dev.respool.Suspendable;
      public class Covered {
        private final int value;
        @Suspendable Covered(Pause pause) {
          int passed = pass(5, pause);
          value = passed == 5
              ? passed
              : never(2, pause);
        }
        @Suspendable static int walk(int last, Pause pause) {
          int sum = 0;
          for (int i = 1; i <= last; i++) {
            try {
              sum += pass(i, pause);
              if (sum > 100) {
                sum = never(sum, pause);
              }
              if (i == 2 || sum == 77) {
                throw new IllegalStateException();
              }
            } catch (IllegalStateException e) {
              sum += sum > 50
                  ? never(1, pause)
                  : new Covered(pause).value;
            } finally {
              sum++;
            }
          }
          return sum;
        }
        @Suspendable private static int pass(int n, Pause pause) {
          if (n > 1) {
            pause.at(n);
          }
          return n;
        }
        @Suspendable private static int never(int n, Pause pause) {
          pass(n, pause);
          return n;
        }
      }
      """;

  private static final String PAUSE =
      """
      package demo;
      public interface Pause {
        @dev.respool.Suspendable void at(int n);
      }
      """;

  /** The argument decides whether the pauses suspend. */
  private static final String MAIN =
      """
      package demo;
      import dev.respool.*;
      public class Main {
        public static void main(String[] args) {
          if (args[0].equals("print")) {
            System.out.println(Covered.walk(3, System.out::println));
            return;
          }
          Coroutine<Object, Object> co = Coroutine.create(x -> Covered.walk(3, n -> Coroutine.yield(n)));
          while (!co.isDone()) {
            System.out.println(co.resume());
          }
        }
      }
      """;

  private static final Path JACOCO = jar("org.jacoco.agent.rt.RT");

  @TempDir Path directory;
  private Program program;

  @BeforeEach
  void compile() {
    program = Program.compile(directory, COVERED, PAUSE, MAIN);
  }

  private static Path jar(String type) {
    URL location = CoverageIT.class.getClassLoader().getResource(type.replace('.', '/') + ".class");
    String text = location.getPath();
    return Path.of(URI.create(text.substring(0, text.indexOf('!'))));
  }

  /** What JaCoCo says of a run, line by line. */
  private List<String> coverage(Program run, String pauses, UnaryOperator<ForkedJvm> agents)
      throws Exception {
    ForkedJvm jvm = agents.apply(new ForkedJvm(directory)).classPath(run.classes());
    ForkedJvm.Result result = jvm.run("demo.Main", pauses);
    assertEquals("2\n5\n3\n14", result.out());
    assertEquals("", result.err());
    ExecFileLoader data = new ExecFileLoader();
    data.load(data().toFile());
    Files.delete(data());
    return analyze(run, data.getExecutionDataStore());
  }

  private ForkedJvm withJacoco(ForkedJvm jvm) {
    return jvm.option("-javaagent:" + JACOCO + "=includes=demo.*,destfile=" + data());
  }

  private Path data() {
    return directory.resolve("jacoco.exec");
  }

  private static List<String> analyze(Program run, ExecutionDataStore data) throws IOException {
    CoverageBuilder builder = new CoverageBuilder();
    Path file = run.classes().resolve("demo/Covered.class");
    new Analyzer(data, builder).analyzeClass(Files.readAllBytes(file), file.toString());
    assertEquals(List.of(), List.copyOf(builder.getNoMatchClasses()));
    IClassCoverage covered = builder.getClasses().iterator().next();
    return IntStream.rangeClosed(covered.getFirstLine(), covered.getLastLine())
        .mapToObj(line -> line + text(covered.getLine(line)))
        .toList();
  }

  private static String text(ILine line) {
    return text(" instructions", line.getInstructionCounter())
        + text(" branches", line.getBranchCounter());
  }

  private static String text(String what, ICounter counter) {
    return what + " " + counter.getCoveredCount() + "/" + counter.getTotalCount();
  }

  @Test
  void coverage_is_that_without_respool_wherever_jacoco_stands() throws Exception {
    List<String> without = coverage(program, "print", this::withJacoco);
    assertTrue(without.stream().anyMatch(line -> line.endsWith("branches 1/2")), without::toString);

    assertEquals(without, coverage(program, "yield", jvm -> withJacoco(jvm.agent(""))));
    assertEquals(without, coverage(program, "yield", jvm -> withJacoco(jvm).agent("")));
  }

  /** The coverage is that of the instrumented class, so it is not compared. */
  @Test
  void a_built_class_runs_under_jacoco() throws Exception {
    Program built = program.built(directory.resolve("built"));
    assertFalse(coverage(built, "yield", this::withJacoco).isEmpty());
  }
}
