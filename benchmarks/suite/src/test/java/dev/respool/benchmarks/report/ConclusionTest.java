package dev.respool.benchmarks.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConclusionTest {
  @TempDir Path directory;

  @Test
  void without_figures_of_respool_nothing_is_concluded() throws IOException {
    assertEquals("", conclusion());
    write(25, new MadeUp().roundTrip("kotlin", 1, false, "3"));
    assertEquals("", conclusion());
  }

  @Test
  void the_conclusion_is_about_the_latest_jdk_and_made_of_what_was_measured() throws IOException {
    write(17, new MadeUp().roundTrip("respool", 1, false, "9").roundTrip("threads", 1, false, "1"));
    write(
        25,
        new MadeUp()
            .roundTrip("respool", 1, false, "6")
            .roundTrip("respool", 1000, false, "5")
            .roundTrip("threads", 1, false, "150")
            .roundTrip("threads", 1000, false, "4")
            .roundTrip("kotlin-sequence", 1, false, "9")
            .roundTrip("kotlin", 1, false, "3")
            .program("LIST", "plain", "2")
            .program("LIST", "respool", "3")
            .entry("memory.Parked", "\"peer\": \"respool\", \"depth\": \"1\"", "B", "56"));
    assertEquals(
        "On JDK 25: Respool suspends and resumes a generator in 6 ns, and in 5 ns below 1,000"
            + " suspended calls. The same takes 1.5 times as long with Kotlin sequence and 25 times"
            + " as long with virtual threads. Code that could suspend and does not costs something,"
            + " too. Half of the 1 programs, instrumented by the plugin, take at most 1.5 times as"
            + " long as plain Java. The worst, list, takes 1.5 times as long. A parked coroutine"
            + " retains 56 B. In 1 of 3 [comparisons](#ratios) with what programs are written with,"
            + " the other is better.\n",
        conclusion());
  }

  private void write(int jdk, MadeUp results) throws IOException {
    results.write(directory.resolve(jdk + "-plugin"), "made-up.json");
  }

  private String conclusion() throws IOException {
    return new Conclusion(ResultFiles.read(directory)).toString();
  }
}
