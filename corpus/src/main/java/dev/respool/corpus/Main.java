package dev.respool.corpus;

import dev.respool.corpus.report.Tally;
import dev.respool.corpus.report.TallyText;
import dev.respool.corpus.verify.Subject;
import dev.respool.corpus.verify.Verification;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** The command line. */
public final class Main {
  private static final String USAGE =
      """
      Usage:
        verify JAR...            transforms and verifies every class of the jars, which see each other
        verify jdk [MODULE...]   the same for modules of the JDK that runs this; without a name, all
      All methods are suspendable. Exit code: 0 no failure, 1 failures, 2 cannot be done as asked.
      """;

  private Main() {}

  /**
   * Does what the arguments say; exits the JVM.
   *
   * @param arguments see the usage text
   */
  public static void main(String[] arguments) {
    System.exit(run(List.of(arguments)));
  }

  private static int run(List<String> arguments) {
    if (arguments.size() < 2 || !arguments.get(0).equals("verify")) {
      System.err.print(USAGE);
      return 2;
    }
    try {
      Tally tally = new Verification(subject(arguments.subList(1, arguments.size()))).run();
      System.out.print(TallyText.of(tally));
      return tally.failures().isEmpty() ? 0 : 1;
    } catch (IOException e) {
      System.err.println("cannot read what to verify: " + e.getMessage());
      return 2;
    }
  }

  private static Subject subject(List<String> names) throws IOException {
    return names.get(0).equals("jdk")
        ? Subject.ofJdk(names.subList(1, names.size()))
        : Subject.ofJars(names.stream().map(Path::of).toList());
  }
}
