package dev.respool.agent.command;

import dev.respool.agent.inspection.InspectedJvm;
import dev.respool.agent.inspection.Question;
import java.io.IOException;
import java.io.PrintStream;
import java.util.List;
import java.util.Set;

/** Shows the tasks of a running process as a table that changes, as top shows processes. */
final class Top implements Command {
  private static final int TASKS = 1000;
  private static final int SECONDS = 1;

  @Override
  public String name() {
    return "top";
  }

  @Override
  public String help() {
    return """
      top [--once] [--sort waited|id|state|kind|place|name] [--tasks N] [--seconds N] PID
          Shows the tasks of a running process as a table, anew each second or each N seconds.
          The keys w, i, s, k, p and n sort it, and q ends it. With --once, or if the output
          is no terminal, the table is printed once and in full.
    """;
  }

  @Override
  public int run(List<String> words, PrintStream out) throws IOException {
    ProcessArguments arguments =
        ProcessArguments.read(words, Set.of("--once"), Set.of("--sort", "--tasks", "--seconds"));
    TaskRow.Order order = order(arguments.values().getOrDefault("--sort", "waited"));
    Question question =
        new Question(Question.Format.TABLE, arguments.number("--tasks", TASKS), 1, false);
    try (InspectedJvm jvm = arguments.attach()) {
      if (arguments.flags().contains("--once") || !Terminal.isOutput()) {
        new TaskTable(jvm.ask(question))
            .lines(arguments.pid(), order, Integer.MAX_VALUE, Integer.MAX_VALUE)
            .forEach(out::println);
      } else {
        follow(jvm, question, arguments, order, out);
      }
    }
    return 0;
  }

  private static TaskRow.Order order(String word) {
    for (TaskRow.Order order : TaskRow.Order.values()) {
      if (order.word().equals(word)) {
        return order;
      }
    }
    throw new IllegalArgumentException(
        "the order '" + word + "' is unknown: say waited, id, state, kind, place or name");
  }

  private static void follow(
      InspectedJvm jvm,
      Question question,
      ProcessArguments arguments,
      TaskRow.Order first,
      PrintStream out)
      throws IOException {
    TaskRow.Order order = first;
    int millis = Math.max(1, arguments.number("--seconds", SECONDS)) * 1000;
    try (Terminal terminal = Terminal.open()) {
      TaskTable table = new TaskTable(jvm.ask(question));
      while (true) {
        show(table.lines(arguments.pid(), order, terminal.height() - 1, terminal.width()), out);
        char key = terminal.key(millis);
        if (key == 'q') {
          return;
        }
        if (key == Terminal.NO_KEY) {
          table = new TaskTable(jvm.ask(question));
        } else {
          order = byKey(key, order);
        }
      }
    }
  }

  private static TaskRow.Order byKey(char key, TaskRow.Order otherwise) {
    for (TaskRow.Order order : TaskRow.Order.values()) {
      if (order.key() == Character.toLowerCase(key)) {
        return order;
      }
    }
    return otherwise;
  }

  private static void show(List<String> lines, PrintStream out) {
    out.print(Terminal.CLEAR + String.join(System.lineSeparator(), lines));
    out.flush();
  }
}
