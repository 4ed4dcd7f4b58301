package dev.respool.corpus;

import dev.respool.compiler.plan.Monitors;
import dev.respool.corpus.mutate.Mutants;
import dev.respool.corpus.report.Figures;
import dev.respool.corpus.report.Tally;
import dev.respool.corpus.report.TallyText;
import dev.respool.corpus.verify.Subject;
import dev.respool.corpus.verify.Verification;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** The command line. */
public final class Main {
  private static final String USAGE =
      """
      Usage:
        verify [OPTION]... SUBJECT              transforms and verifies every class
        mutate [OPTION]... COUNT SEED SUBJECT   compiles COUNT classes that were damaged at random
      A subject is one of
        JAR...            the classes of the jars, which see each other
        jdk [MODULE...]   modules of the JDK that runs this; without a name, all
      An option is one of
        --record FILE       the file gets the counts as lines name=value
        --monitors release  methods may suspend in synchronized; verify only
      All methods are suspendable.
      Exit code: 0 no failure, 1 failures, 2 cannot be done as asked.
      """;

  private static final int FAILURES = 1;
  private static final int MISUSED = 2;

  private final List<String> arguments;

  private Main(List<String> arguments) {
    this.arguments = new ArrayList<>(arguments);
  }

  /**
   * Does what the arguments say; exits the JVM.
   *
   * @param arguments see the usage text
   * @throws InterruptedException if something interrupts the main thread
   */
  public static void main(String[] arguments) throws InterruptedException {
    System.exit(run(List.of(arguments)));
  }

  private static int run(List<String> arguments) throws InterruptedException {
    try {
      return new Main(arguments).run();
    } catch (IOException e) {
      System.err.println("cannot read or record: " + e.getMessage());
    } catch (IndexOutOfBoundsException | IllegalArgumentException e) {
      System.err.print(USAGE);
    }
    return MISUSED;
  }

  private int run() throws IOException, InterruptedException {
    String command = next();
    Path record = null;
    Monitors monitors = Monitors.REFUSE;
    while (arguments.get(0).startsWith("--")) {
      switch (next()) {
        case "--record" -> record = Path.of(next());
        case "--monitors" -> monitors = Monitors.of(next());
        default -> throw new IllegalArgumentException();
      }
    }
    return switch (command) {
      case "verify" -> verify(record, monitors);
      case "mutate" -> mutate(Integer.parseInt(next()), Long.parseLong(next()), record);
      default -> throw new IndexOutOfBoundsException(command);
    };
  }

  /**
   * @throws IndexOutOfBoundsException if there is no further argument
   */
  private String next() {
    return arguments.remove(0);
  }

  private int verify(Path record, Monitors monitors) throws IOException {
    Tally tally = new Verification(subject(), monitors).run();
    System.out.print(TallyText.of(tally));
    return done(Figures.of(tally), record, tally.failures());
  }

  private int mutate(int count, long seed, Path record) throws IOException, InterruptedException {
    Mutants mutants = new Mutants(subject(), seed);
    Figures figures = mutants.compile(count);
    figures.values().forEach((name, value) -> System.out.println(name + " " + value));
    mutants.failures().forEach(System.out::println);
    return done(figures, record, mutants.failures());
  }

  private static int done(Figures figures, Path record, Collection<String> failures)
      throws IOException {
    if (record != null) {
      figures.write(record);
    }
    return failures.isEmpty() ? 0 : FAILURES;
  }

  private Subject subject() throws IOException {
    String first = arguments.get(0);
    return first.equals("jdk")
        ? Subject.ofJdk(arguments.subList(1, arguments.size()))
        : Subject.ofJars(arguments.stream().map(Path::of).toList());
  }
}
