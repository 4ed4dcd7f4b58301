package dev.respool.agent.command;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;

/** Prints what becomes of stored snapshots under the classes of a program. */
final class CheckSnapshots implements Command {
  private static final int CANNOT_GO_ON = 1;

  /**
   * What the command line says.
   *
   * @param classPath of the program
   * @param agentOptions those that the agent will have
   * @param directory with the snapshots
   */
  private record Request(List<Path> classPath, String agentOptions, Path directory) {}

  @Override
  public String name() {
    return "check-snapshots";
  }

  @Override
  public String help() {
    return """
          check-snapshots --class-path PATH [--agent-options OPTIONS] DIR
              Tells which of the snapshots below DIR go on, move, need a pin or fail when the
              program with this class path restores them. OPTIONS are those of the agent.
              The exit status is 0 if all go on or move, 1 if not, 2 if that cannot be told.
        """;
  }

  @Override
  public int run(List<String> arguments, PrintStream out) throws IOException {
    Request request = read(arguments.iterator());
    try (SnapshotCheck check = new SnapshotCheck(request.classPath(), request.agentOptions())) {
      SnapshotCheck.Counts counts =
          check.run(request.directory(), (outcome, text) -> out.println(text));
      out.println(counts);
      return counts.pins() + counts.failures() == 0 ? 0 : CANNOT_GO_ON;
    }
  }

  private static Request read(Iterator<String> words) throws IOException {
    String classPath = null;
    String agentOptions = "";
    String directory = null;
    while (words.hasNext()) {
      String word = words.next();
      switch (word) {
        case "-cp", "-classpath", "--class-path" -> classPath = valueOf(word, words);
        case "--agent-options" -> agentOptions = valueOf(word, words);
        default -> {
          require(!word.startsWith("-"), "unknown option '" + word + "'");
          require(directory == null, "'" + word + "' is a second directory");
          directory = word;
        }
      }
    }
    require(classPath != null, "no class path: say --class-path");
    require(directory != null, "no directory with snapshots");
    return new Request(ClassPathText.elements(classPath), agentOptions, Path.of(directory));
  }

  private static String valueOf(String option, Iterator<String> words) {
    require(words.hasNext(), "option '" + option + "' has no value");
    return words.next();
  }

  private static void require(boolean right, String problem) {
    if (!right) {
      throw new IllegalArgumentException(problem);
    }
  }
}
