package dev.respool.examples;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class SmallExamplesTest {
  private final Output out = new Output();

  @Test
  void coroutine_basics_shows_create_resume_yield_status_wrap_and_close() {
    CoroutineBasics.run(out.stream());
    assertEquals(
        List.of(
            "created: SUSPENDED",
            "  body starts with a",
            "resume(a) gives 1, then it is SUSPENDED",
            "  the first yield returned b",
            "resume(b) gives 2, then it is SUSPENDED",
            "  the second yield returned c",
            "resume(c) gives 3, then it is DEAD",
            "resume(d): cannot resume dead coroutine",
            "countdown 3",
            "countdown 2",
            "countdown 1",
            "sums: 1 11 111",
            "working",
            "  finally",
            "closed: DEAD"),
        out.lines());
  }

  @Test
  void a_suspended_walk_shows_each_call_with_its_line_and_its_live_locals() {
    SuspendedWalk.print(out.stream());
    List<String> locals =
        out.lines().stream().map(line -> line.substring(line.indexOf('['))).toList();
    assertEquals(
        List.of("[node=H, depth=2, before=0]", "[before=1]", "[node=M, depth=0]", "[]"), locals);
  }

  @Test
  void a_hand_made_loop_interleaves_coroutines_in_the_order_of_their_wake_times() {
    HandMadeLoop.run(out.stream());
    assertEquals(
        List.of(
            "minute 20: tea 1",
            "minute 35: eggs 1",
            "minute 40: tea 2",
            "minute 60: tea 3",
            "minute 70: eggs 2",
            "done at minute 70"),
        out.lines());
  }

  @Test
  void eight_queens_have_92_solutions_and_each_guess_was_made_in_a_copy() {
    EightQueens.print(out.stream());
    assertEquals(List.of("first: columns 1 5 8 6 3 7 2 4", "92 solutions"), out.lines());
  }

  @Test
  void a_player_who_looks_ahead_in_copies_of_the_game_wins() {
    WhatIf.print(out.stream());
    assertEquals(
        List.of(
            "10 stones, player 0 takes 2",
            "8 stones, player 1 takes 1",
            "7 stones, player 0 takes 3",
            "4 stones, player 1 takes 1",
            "3 stones, player 0 takes 3",
            "player 0 wins"),
        out.lines());
  }

  @Test
  void async_await_lets_a_thousand_tasks_sleep_at_the_same_time() {
    AsyncAwait.run(out.stream());
    List<String> lines = out.lines();
    Pattern first = Pattern.compile("1,000 tasks .* gave 500500 after (\\d+) ms");
    Matcher found = first.matcher(lines.get(0));
    assertTrue(found.matches(), lines.get(0));
    assertTrue(Integer.parseInt(found.group(1)) >= 50, lines.get(0));
    assertTrue(Integer.parseInt(found.group(1)) < 25_000, lines.get(0));
    assertEquals(
        List.of("caught: For input string: \"twelve\"", "computed by a pool thread"),
        lines.subList(1, lines.size()));
  }

  @Test
  void files_are_read_alike_with_callbacks_and_with_await(@TempDir Path directory)
      throws Exception {
    Path one = Files.writeString(directory.resolve("one"), "a\nb\nc\n");
    Path many = Files.writeString(directory.resolve("two"), "line\n".repeat(10_000));
    List<Path> files = List.of(one, many, directory.resolve("zero"));
    List<String> expected =
        List.of("one: 3 lines", "two: 10000 lines", "zero: NoSuchFileException");

    ReadFilesWithAwait.run(files, out.stream());
    assertEquals(expected, out.lines());

    Output callbacks = new Output();
    ReadFilesWithCallbacks.run(files, callbacks.stream());
    assertEquals(expected, callbacks.lines());
  }

  @Test
  void a_tree_walk_is_recursive_lazy_and_in_order(@TempDir Path root) throws Exception {
    Files.createDirectories(root.resolve("a/b"));
    Files.createDirectories(root.resolve("empty"));
    for (String file : List.of("a/1", "a/b/2", "a/z", "last")) {
      Files.writeString(root.resolve(file), "");
    }
    TreeWalk.run(root, out.stream());
    assertEquals(
        List.of(
            Path.of("a/1").toString(),
            Path.of("a/b/2").toString(),
            Path.of("a/z").toString(),
            "last",
            "first two: [1, 2]"),
        out.lines());
  }

  @Test
  void a_producer_waits_for_its_consumers_and_nothing_is_lost() {
    ProducerConsumer.run(out.stream());
    List<String> lines = out.lines();
    assertEquals(8, lines.stream().filter(line -> line.startsWith("produced")).count());
    int sum =
        lines.stream()
            .filter(line -> line.contains("consumer: sum"))
            .mapToInt(line -> Integer.parseInt(line.replaceAll("\\D+", "")))
            .sum();
    assertEquals(36, sum);
  }
}
