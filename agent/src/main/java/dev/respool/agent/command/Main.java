package dev.respool.agent.command;

import dev.respool.agent.InvalidOptionException;
import dev.respool.agent.inspection.InspectionException;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.NoSuchFileException;
import java.util.List;
import java.util.Set;

/** Finds the command that a command line names, and runs it. */
public final class Main {
  /** The command line is wrong, or something cannot be read. */
  static final int NOT_DONE = 2;

  private static final List<Command> COMMANDS =
      List.of(new CheckSnapshots(), new Dump(), new Top());
  private static final Set<String> ASKS_FOR_HELP = Set.of("help", "--help", "-h");

  private Main() {}

  /**
   * Ends the JVM with the command's status.
   *
   * @param words the command and its arguments
   */
  public static void main(String[] words) {
    System.exit(run(List.of(words), System.out, System.err));
  }

  static int run(List<String> words, PrintStream out, PrintStream err) {
    String name = words.isEmpty() ? "" : words.get(0);
    if (ASKS_FOR_HELP.contains(name)) {
      out.print(help());
      return 0;
    }
    for (Command command : COMMANDS) {
      if (command.name().equals(name)) {
        return run(command, words.subList(1, words.size()), out, err);
      }
    }
    err.println(name.isEmpty() ? "respool: no command" : "respool: unknown command '" + name + "'");
    err.print(help());
    return NOT_DONE;
  }

  private static int run(
      Command command, List<String> arguments, PrintStream out, PrintStream err) {
    try {
      return command.run(arguments, out);
    } catch (IllegalArgumentException | InvalidOptionException e) {
      err.println("respool " + command.name() + ": " + e.getMessage());
      err.print(command.help());
    } catch (InspectionException e) {
      err.println("respool " + command.name() + ": " + e.getMessage());
    } catch (NoSuchFileException e) {
      err.println("respool " + command.name() + ": there is no file " + e.getMessage());
    } catch (IOException e) {
      err.println("respool " + command.name() + ": " + e);
    }
    return NOT_DONE;
  }

  private static String help() {
    StringBuilder help = new StringBuilder();
    help.append("Write java -jar respool-agent.jar with one of these behind it:\n");
    COMMANDS.forEach(command -> help.append(command.help()));
    return help.toString();
  }
}
