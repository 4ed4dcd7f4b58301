package dev.respool.corpus.proof;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.respool.corpus.report.Figures;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProofPageTest {
  @TempDir private Path directory;

  @Test
  void a_record_is_a_row_and_what_is_not_recorded_is_a_dash() throws IOException {
    Figures.ofThisJvm()
        .with("subject", "some.jar")
        .with("mutants", 12_345)
        .with("compiled", 12_000)
        .with("refused", 345)
        .with("longest-nanoseconds", 7_000_000)
        .write(directory.resolve("17").resolve("mutants.txt"));
    String page = ProofPage.of(directory).text();
    String row = "| some.jar | %d | 12,345 | 12,000 | 345 | 7.0 | 0 |";
    assertTrue(page.contains(row.formatted(Runtime.version().feature())), page);
    assertTrue(page.contains("\n\n–\n\n### Sizes"), page);
    assertFalse(page.contains("@"), page);
  }

  @Test
  void failures_stand_out_and_refusals_have_their_columns() throws IOException {
    Figures.ofThisJvm()
        .with("subject", "some.jar")
        .with("refusal.MONITOR_HELD", 3)
        .with("failures", 2)
        .write(directory.resolve("17").resolve("verify-some.txt"));
    String page = ProofPage.of(directory).text();
    assertTrue(page.contains("| **2** |"), page);
    assertTrue(page.contains("| subject | JDK | MONITOR_HELD |"), page);
  }

  @Test
  void a_suite_has_a_row_for_each_choice_of_assertions_and_older_records_had_them_off()
      throws IOException {
    Figures suite = Figures.ofThisJvm().with("subject", "some").with("mode", "refuse");
    suite.copy().write(directory.resolve("17").resolve("suite-some-refuse.txt"));
    suite
        .copy()
        .with(Assertions.FIGURE, Assertions.ON)
        .write(directory.resolve("17").resolve("suite-some-refuse-assertions.txt"));
    String page = ProofPage.of(directory).text();
    String row = "| some | %d | refuse |  | %s | 0 |";
    int off = page.indexOf(row.formatted(Runtime.version().feature(), "off"));
    int on = page.indexOf(row.formatted(Runtime.version().feature(), "on"));
    assertTrue(0 < off && off < on, page);
  }

  @Test
  void what_is_neither_on_nor_off_is_no_choice() {
    assertEquals(List.of(Assertions.OFF, Assertions.ON), Assertions.parse("off, on"));
    assertThrows(IllegalArgumentException.class, () -> Assertions.parse("both"));
  }

  @Test
  void a_changed_outcome_is_seen_and_the_same_ones_are_not() throws IOException {
    Outcomes untouched = outcomes("before", "<testcase classname='A' name='b()'/>");
    Outcomes same = outcomes("same", "<testcase name='b()' classname='A'><system-out/></testcase>");
    String failure = "<testcase classname='A' name='b()'><failure type='E'>w</failure></testcase>";
    assertEquals(Map.of(), same.changesFrom(untouched));
    assertEquals(
        new TreeMap<>(Map.of("A b() failure E", 1, "A b() successful", -1)),
        outcomes("after", failure).changesFrom(untouched));
    assertEquals(1, untouched.count());
  }

  private Outcomes outcomes(String name, String testCase) throws IOException {
    Path reports = Files.createDirectory(directory.resolve(name));
    Files.writeString(reports.resolve("TEST.xml"), "<testsuite>" + testCase + "</testsuite>");
    return Outcomes.read(reports);
  }
}
