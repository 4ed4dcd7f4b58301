package dev.respool.agent.command;

import dev.respool.agent.inspection.InspectedJvm;
import dev.respool.agent.inspection.Question;
import java.io.IOException;
import java.io.PrintStream;
import java.util.List;
import java.util.Set;

/** Prints the event loops and tasks of a running process, as jstack prints its threads. */
final class Dump implements Command {
  private static final int TASKS = 1000;
  private static final int FRAMES = 64;

  @Override
  public String name() {
    return "dump";
  }

  @Override
  public String help() {
    return """
      dump [--json] [--tasks N] [--frames N] [--no-locals] PID
          Prints the event loops of a running process: their tasks, what each waits for and
          where, with the values of its locals; at most N tasks of a loop, by default 1000,
          and N frames of a task, by default 64. The exit status is 0, or 2 if the process
          cannot be asked.
    """;
  }

  @Override
  public int run(List<String> words, PrintStream out) throws IOException {
    ProcessArguments arguments =
        ProcessArguments.read(
            words, Set.of("--json", "--no-locals"), Set.of("--tasks", "--frames"));
    boolean json = arguments.flags().contains("--json");
    Question question =
        new Question(
            json ? Question.Format.JSON : Question.Format.TEXT,
            arguments.number("--tasks", TASKS),
            arguments.number("--frames", FRAMES),
            !arguments.flags().contains("--no-locals"));
    try (InspectedJvm jvm = arguments.attach()) {
      String answer = jvm.ask(question);
      out.print(answer);
      if (!answer.endsWith("\n")) {
        out.println();
      }
    }
    return 0;
  }
}
