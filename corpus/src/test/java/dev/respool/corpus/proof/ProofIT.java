package dev.respool.corpus.proof;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.respool.corpus.report.Figures;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The proof on other people's code. What is verified are the directories that the build has filled
 * with jars; {@code -Dproof.only=REGEX} chooses among the names of the records. {@code
 * -Dproof.assertions=off,on} says how the suites run.
 */
@Tag("proof")
class ProofIT {
  private static final Path PROOF = Path.of(System.getProperty("proof.directory"));
  private static final Path PAGE = Path.of(System.getProperty("proof.page"));
  private static final Pattern ONLY = Pattern.compile(System.getProperty("proof.only", ".*"));
  private static final String JAR = System.getProperty("corpus.jar");
  private static final String JDK = String.valueOf(Runtime.version().feature());

  private static final int MUTANTS = 100_000;
  private static final long SEED = 4;

  private static final List<Assertions> ASSERTIONS =
      Assertions.parse(System.getProperty("proof.assertions", "off"));

  private static final Map<Subject, Figures> UNTOUCHED = new HashMap<>();
  private static final Map<Subject, Outcomes> OUTCOMES = new HashMap<>();

  /** What is run without an agent once, for all the runs that are compared with it. */
  private record Subject(Suite suite, Assertions assertions) {}

  @AfterAll
  static void the_page_is_written() throws IOException {
    Path records = Files.createDirectories(PROOF.resolve("records"));
    Files.writeString(PAGE, ProofPage.of(records).text());
  }

  static Stream<Path> libraries() throws IOException {
    return directories(PROOF.resolve("libraries"));
  }

  @ParameterizedTest
  @MethodSource("libraries")
  void a_library_is_transformed_and_verifies(Path library) throws Exception {
    List<String> jars = new ArrayList<>();
    try (Stream<Path> files = Files.list(library)) {
      files.sorted().forEach(jar -> jars.add(jar.toString()));
    }
    run("verify-" + library.getFileName(), List.of("verify"), jars);
  }

  @Test
  void the_jdk_is_transformed_and_verifies() throws Exception {
    run("verify-jdk", List.of("verify"), List.of("jdk"));
  }

  @Test
  void damaged_classes_are_compiled_or_refused() throws Exception {
    String count = String.valueOf(MUTANTS);
    run("mutants", List.of("mutate"), List.of(count, String.valueOf(SEED), "jdk"));
  }

  static Stream<Arguments> runs() {
    List<String> rows =
        List.of(
            "COLLECTIONS4 auto-entry sites",
            "COLLECTIONS4 auto-entry random:4:10",
            "COLLECTIONS4 refuse sites",
            "LANG3 auto-entry sites",
            "LANG3 auto-entry random:4:10",
            "LANG3 refuse sites",
            "TEXT auto-entry sites",
            "TEXT refuse sites",
            "CLI auto-entry sites",
            "CLI refuse sites",
            "MATH3 auto-entry sites",
            "MATH3 refuse sites",
            "CSV auto-entry sites",
            "CSV refuse sites",
            "COMPRESS auto-entry sites",
            "COMPRESS refuse sites");
    return rows.stream()
        .map(row -> row.split(" "))
        .flatMap(row -> ASSERTIONS.stream().map(assertions -> run(row, assertions)));
  }

  private static Arguments run(String[] row, Assertions assertions) {
    return Arguments.of(new Subject(Suite.valueOf(row[0]), assertions), row[1], row[2]);
  }

  @ParameterizedTest
  @MethodSource("runs")
  void yields_everywhere_change_no_outcome(Subject subject, String mode, String schedule)
      throws Exception {
    String name = mode + "-" + schedule.replace(':', '-') + subject.assertions().suffix();
    Path record = recordOf("suite-" + subject.suite().directory() + "-" + name);
    Figures figures = untouched(subject);
    SuiteRun run = new SuiteRun(subject.suite(), PROOF, name);
    long start = System.nanoTime();
    Outcomes outcomes = run.with(options(subject, agent(subject.suite(), mode, schedule)));
    Map<String, Integer> changes = outcomes.changesFrom(OUTCOMES.get(subject));
    YieldFigures.of(run.log()).forEach(figures::with);
    figures
        .with("mode", mode)
        .with("schedule", schedule)
        .with("seconds", seconds(start))
        .with("changed", changes.values().stream().mapToInt(Math::abs).sum())
        .write(record);
    assertEquals(Map.of(), changes, "more often (less, if negative) than without the agent");
    assertEquals(0, figures.count("failed"), () -> "classes left as they were, see " + run.log());
    assertTrue(figures.count("suspensions") > 0, figures::toString);
  }

  private static List<String> options(Subject subject, String... more) {
    List<String> options = new ArrayList<>(List.of(more));
    options.add(subject.assertions().option());
    return options;
  }

  private static String agent(Suite suite, String mode, String schedule) {
    return "-javaagent:%s=packages=%s;mode=%s;schedule=%s"
        .formatted(JAR, suite.packages(), mode, schedule);
  }

  /** Runs it without an agent, once. */
  private static Figures untouched(Subject subject) throws IOException, InterruptedException {
    if (!UNTOUCHED.containsKey(subject)) {
      String name = "untouched" + subject.assertions().suffix();
      long start = System.nanoTime();
      Outcomes outcomes = new SuiteRun(subject.suite(), PROOF, name).with(options(subject));
      assertTrue(outcomes.count() > 0, "no test was found, see the log in " + PROOF);
      OUTCOMES.put(subject, outcomes);
      UNTOUCHED.put(
          subject,
          Figures.ofThisJvm()
              .with("subject", subject.suite().directory())
              .with(Assertions.FIGURE, subject.assertions())
              .with("tests", outcomes.count())
              .with("seconds-untouched", seconds(start)));
    }
    return UNTOUCHED.get(subject).copy();
  }

  private static void run(String name, List<String> command, List<String> arguments)
      throws IOException, InterruptedException {
    Path record = recordOf(name);
    List<String> all = new ArrayList<>(List.of("-Xmx6g", "-jar", JAR));
    all.addAll(command);
    all.addAll(List.of("--record", record.toString()));
    all.addAll(arguments);
    Path log = PROOF.resolve("runs").resolve(JDK).resolve(name + ".log");
    assertEquals(0, new ChildJvm(PROOF, log).run(all), () -> "there are failures, see " + log);
  }

  /** Where to record; an old record is gone, so that the page never shows it for a new run. */
  private static Path recordOf(String name) throws IOException {
    assumeTrue(ONLY.matcher(name).matches(), () -> name + " is not what proof.only asks for");
    Path record = PROOF.resolve("records").resolve(JDK).resolve(name + ".txt");
    Files.deleteIfExists(record);
    return record;
  }

  private static Stream<Path> directories(Path parent) throws IOException {
    try (Stream<Path> found = Files.list(parent)) {
      return found.sorted().toList().stream();
    }
  }

  private static long seconds(long startNanos) {
    return Duration.ofNanos(System.nanoTime() - startNanos).toSeconds();
  }
}
