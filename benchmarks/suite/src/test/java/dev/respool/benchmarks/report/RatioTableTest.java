package dev.respool.benchmarks.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RatioTableTest {
  @TempDir Path directory;

  @Test
  void what_people_use_stands_apart_and_losses_are_bold() throws IOException {
    write(17, walk("respool", 20).entry("suite.TreeWalk.walk", peer("kotlin"), "ns/op", "10"));
    write(
        25,
        walk("respool", 20)
            .entry("suite.TreeWalk.walk", peer("kotlin"), "ns/op", "30")
            .entry("suite.TreeWalk.walk", peer("threads"), "ns/op", "400")
            .entry("suite.TreeWalk.walk", peer("kotlin-plain"), "ns/op", "60"));
    assertEquals(
        """
        |  |  |  | as people use them |  | by hand, and older tools |
        | --- | --- | --- | --- | --- | --- |
        | **workload** | **JDK** | **Respool** | **plain Kotlin** | **virtual threads** | **Kotlin intrinsics** |
        | W3 tree walk | 17 | 20 ns | – | – | **0.5** |
        | W3 tree walk | 25 | 20 ns | 3 | 20 | 1.5 |
        """,
        table().toString());
  }

  @Test
  void losses_are_told_by_group() throws IOException {
    write(17, walk("respool", 20).entry("suite.TreeWalk.walk", peer("kotlin"), "ns/op", "10"));
    write(25, walk("respool", 20).entry("suite.TreeWalk.walk", peer("kotlin"), "ns/op", "30"));
    assertEquals(
        "Nothing that programs are written with is better in any of these. Of what is made by hand"
            + " and of older tools, Respool loses to Kotlin intrinsics in W3 (JDK 17).",
        table().losses());
    write(25, walk("respool", 20).entry("suite.TreeWalk.walk", peer("kotlin-plain"), "ns/op", "9"));
    assertEquals(
        "Respool loses to plain Kotlin in W3 tree walk. Of what is made by hand and of older"
            + " tools, Respool loses to Kotlin intrinsics in W3.",
        table().losses());
  }

  @Test
  void without_rivals_there_is_no_table() throws IOException {
    write(25, walk("respool", 20));
    assertEquals("", table().toString());
  }

  private static MadeUp walk(String peer, int nanoseconds) {
    return new MadeUp()
        .entry("suite.TreeWalk.walk", peer(peer), "ns/op", String.valueOf(nanoseconds));
  }

  private static String peer(String name) {
    return "\"peer\": \"" + name + "\"";
  }

  private void write(int jdk, MadeUp results) throws IOException {
    results.write(directory.resolve(jdk + "-plugin"), "made-up.json");
  }

  private RatioTable table() throws IOException {
    return new RatioTable(ResultFiles.read(directory));
  }
}
