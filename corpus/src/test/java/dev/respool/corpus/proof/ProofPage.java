package dev.respool.corpus.proof;

import dev.respool.corpus.report.Figures;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The page that shows the proof. Its words are in the resource {@code proof.md}; each figure is
 * taken from a record.
 *
 * @param verified records of verifications
 * @param suites records of suites with yields everywhere
 * @param mutants records of damaged classes
 */
record ProofPage(List<Figures> verified, List<Figures> suites, List<Figures> mutants) {
  private static final Comparator<Figures> BY_SUBJECT_AND_JDK =
      Comparator.<Figures, String>comparing(ProofPage::subject)
          .thenComparing(figures -> figures.text("mode"))
          .thenComparing(figures -> figures.text("schedule"))
          .thenComparing(Assertions::of)
          .thenComparing(figures -> figures.count("jdk"));

  /**
   * The page of what is recorded.
   *
   * @param records a directory for each JDK, a file for each run
   */
  static ProofPage of(Path records) throws IOException {
    return new ProofPage(
        read(records, "verify-"), read(records, "suite-"), read(records, "mutants"));
  }

  private static List<Figures> read(Path records, String prefix) throws IOException {
    List<Path> files;
    try (Stream<Path> found = Files.walk(records)) {
      files = found.filter(file -> file.getFileName().toString().startsWith(prefix)).toList();
    }
    List<Figures> figures = new ArrayList<>();
    for (Path file : files) {
      figures.add(Figures.read(file));
    }
    return figures.stream().sorted(BY_SUBJECT_AND_JDK).toList();
  }

  String text() throws IOException {
    try (InputStream words = ProofPage.class.getResourceAsStream("proof.md")) {
      return new String(words.readAllBytes(), StandardCharsets.UTF_8)
          .replace("@jdks@", jdks())
          .replace("@verified@\n", verifiedTable())
          .replace("@sizes@\n", sizeTable())
          .replace("@refusals@\n", refusalTable())
          .replace("@suites@\n", suiteTable())
          .replace("@mutants@\n", mutantTable());
    }
  }

  private String jdks() {
    Set<String> versions = new TreeSet<>();
    Stream.of(verified, suites, mutants)
        .flatMap(List::stream)
        .forEach(figures -> versions.add(figures.text("jdk-version")));
    return String.join(" and ", versions);
  }

  private String verifiedTable() {
    return rows()
        .count("class files", counted("class-files"))
        .count("classes transformed", counted("transformed-classes"))
        .count("loaded by HotSpot", counted("loaded"))
        .count("methods with code", counted("methods-in-all"))
        .count("methods transformed", counted("methods"))
        .count("suspension points", counted("points"))
        .count("methods refused", ProofPage::refused)
        .count("unverifiable before", counted("unverifiable"))
        .number("seconds to transform", figures -> figures.count("nanoseconds") / 1e9)
        .text("failures", failures("failures"))
        .of(verified);
  }

  private String sizeTable() {
    return rows()
        .number(
            "fast path, bytes a point",
            figures -> aPoint(figures, figures.count("fast-path") - figures.count("original")))
        .number(
            "resume method, bytes a point",
            figures -> aPoint(figures, figures.count("resume-method")))
        .number(
            "spill methods, bytes a point",
            figures -> aPoint(figures, figures.count("spill-methods")))
        .number("class files, times", ProofPage::growth)
        .count("over 8,000 bytes before", counted("huge.original"))
        .count("fast paths over", counted("huge.fast-path"))
        .count("smaller before", counted("pushed.fast-path"))
        .count("resume methods over", counted("huge.resume-method"))
        .count("of smaller methods", counted("pushed.resume-method"))
        .of(verified);
  }

  private String refusalTable() {
    Set<String> reasons =
        verified.stream()
            .flatMap(figures -> figures.refusals().keySet().stream())
            .collect(Collectors.toCollection(TreeSet::new));
    Table<Figures> table = rows();
    for (String reason : reasons) {
      table.count(reason, figures -> figures.refusals().getOrDefault(reason, 0L));
    }
    return table.of(verified);
  }

  private String suiteTable() {
    return rows()
        .text("mode", figures -> figures.text("mode"))
        .text("schedule", figures -> figures.text("schedule"))
        .text(Assertions.FIGURE, Assertions::of)
        .count("tests", counted("tests"))
        .count("classes", counted("classes"))
        .count("sites", counted("points"))
        .count("reached", counted("reached"))
        .count("suspended at", counted("suspendedAt"))
        .count("suspensions", counted("suspensions"))
        .count("refused", counted("refusals"))
        .count("seconds untouched", counted("seconds-untouched"))
        .count("seconds", counted("seconds"))
        .text("classes failed", failures("failed"))
        .text("outcomes changed", failures("changed"))
        .of(suites);
  }

  private String mutantTable() {
    return rows()
        .count("mutants", counted("mutants"))
        .count("compiled", counted("compiled"))
        .count("refused by name", counted("refused"))
        .number("longest, ms", figures -> figures.count("longest-nanoseconds") / 1e6)
        .text("failures", failures("failures"))
        .of(mutants);
  }

  private static Table<Figures> rows() {
    return new Table<Figures>()
        .text("subject", ProofPage::subject)
        .text("JDK", figures -> figures.text("jdk"));
  }

  private static String subject(Figures figures) {
    return figures.text("subject").replaceFirst("^JDK \\d+", "JDK");
  }

  private static Function<Figures, Long> counted(String name) {
    return figures -> figures.count(name);
  }

  /** What must be 0 stands out where it is not. */
  private static Function<Figures, String> failures(String name) {
    return figures -> figures.count(name) == 0 ? "0" : "**" + figures.count(name) + "**";
  }

  private static long refused(Figures figures) {
    return figures.refusals().values().stream().mapToLong(count -> count).sum();
  }

  private static double aPoint(Figures figures, long bytes) {
    return bytes / (double) Math.max(1, figures.count("points"));
  }

  private static double growth(Figures figures) {
    return figures.count("bytes-after") / (double) Math.max(1, figures.count("bytes-before"));
  }
}
