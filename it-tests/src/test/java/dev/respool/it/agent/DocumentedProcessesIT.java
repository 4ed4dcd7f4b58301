package dev.respool.it.agent;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.respool.it.docs.ShownCode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What the pages show as steps of several processes, each in a JVM of its own. The agent and the
 * build take turns in instrumenting it.
 */
class DocumentedProcessesIT {
  /** Makes one step: the file, and the answer if there is one. */
  private static final String MAIN =
      """
      class Step {
        public static void main(String[] args) throws Exception {
          %s(java.nio.file.Path.of(args[0]), args.length == 1 ? null : args[1]);
        }
      }
      """;

  @TempDir Path directory;

  /** What each process prints; the first one has no answer. */
  private List<String> steps(String type, String step, String... answers) throws Exception {
    Program program = Program.compile(directory.resolve("program"), type, MAIN.formatted(step));
    Program built = program.built(directory.resolve("built"));
    String saved = directory.resolve("snapshot").toString();
    List<String> printed = new ArrayList<>();
    for (int i = 0; i <= answers.length; i++) {
      ForkedJvm jvm = new ForkedJvm(directory);
      ForkedJvm here =
          i % 2 == 0 ? jvm.agent("").classPath(program.classes()) : jvm.classPath(built.classes());
      ForkedJvm.Result result =
          i == 0 ? here.run("Step", saved) : here.run("Step", saved, answers[i - 1]);
      assertEquals("", result.err());
      printed.add(result.out());
    }
    return printed;
  }

  @Test
  void the_order_of_the_readme_is_paid_in_another_process() throws Exception {
    ShownCode order = ShownCode.of("README.md", "static void order(");
    assertEquals(order.printed(), steps(order.in("public class Shop {}"), "Shop.order", "paid"));
  }

  @Test
  void each_process_asks_one_question_of_the_quiz() throws Exception {
    String quiz = ShownCode.of("docs/saving.md", "public class Quiz").type();
    String steps = ShownCode.of("docs/saving.md", "static void step(").in(quiz);
    assertEquals(
        List.of("2+2", "2*2", "5-1", "2 points"), steps(steps, "Quiz.step", "4", "5", "4"));
  }
}
