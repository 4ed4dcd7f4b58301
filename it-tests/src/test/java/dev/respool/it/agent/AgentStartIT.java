package dev.respool.it.agent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the agent costs where there is nothing for it to do, counted in classes. */
class AgentStartIT {
  private static final String PLAIN =
      "package demo; class Plain { public static void main(String[] a) { System.out.println(1); } }";

  @TempDir Path directory;

  /** The classes that the program loads once the agent is there, a line each. */
  private List<String> loaded() throws Exception {
    Program program = Program.compile(directory, PLAIN);
    Path file = directory.resolve("loaded.txt");
    ForkedJvm.Result result =
        new ForkedJvm(directory)
            .agent("")
            .option("-Xlog:class+load:file=" + file)
            .classPath(program.classes())
            .run("demo.Plain");
    assertEquals("1", result.out());
    List<String> lines = Files.readAllLines(file);
    int agent = 0;
    while (!lines.get(agent).contains(" dev.respool.agent.RespoolAgent ")) {
      agent++;
    }
    return lines.subList(agent, lines.size());
  }

  @Test
  void a_program_that_cannot_suspend_loads_little_of_the_agent_and_nothing_of_asm()
      throws Exception {
    List<String> ours = loaded().stream().filter(line -> line.contains(" dev.respool.")).toList();
    assertTrue(ours.stream().noneMatch(line -> line.contains(".shaded.asm.")), ours::toString);
    assertTrue(ours.size() <= 40, () -> ours.size() + " of " + ours);
  }

  /** The first lambda of a program costs more than a glance at all of its classes. */
  @Test
  void the_agent_makes_no_lambda() throws Exception {
    List<String> lambdas = loaded().stream().filter(line -> line.contains("$$Lambda")).toList();
    assertEquals(List.of(), lambdas);
  }
}
