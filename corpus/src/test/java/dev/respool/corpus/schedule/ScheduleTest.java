package dev.respool.corpus.schedule;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ScheduleTest {
  @Test
  void sites_suspend_at_the_fibonacci_numbers() {
    assertEquals(List.of(1, 2, 3, 5, 8, 13, 21, 34, 55, 89), due("sites", 100));
  }

  @Test
  void sites_suspend_at_great_fibonacci_numbers_too() {
    Schedule sites = Schedule.parse("sites");
    assertTrue(sites.isDue(1_134_903_170));
    assertTrue(sites.isDue(1_836_311_903));
    assertFalse(sites.isDue(1_836_311_902));
    assertFalse(sites.isDue(Integer.MAX_VALUE));
  }

  @Test
  void every_execution_suspends() {
    assertEquals(IntStream.rangeClosed(1, 100).boxed().toList(), due("every", 100));
  }

  @Test
  void a_random_schedule_is_the_same_for_the_same_seed_only() {
    assertEquals(due("random:7:10", 1000), due("random:7:10", 1000));
    assertTrue(!due("random:7:10", 1000).equals(due("random:8:10", 1000)));
    assertEquals(1000, due("random:7:10", 10_000).size(), 100);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "random", "random:1", "random:1:0", "random:x:2", "all"})
  void other_texts_are_refused(String text) {
    assertThrows(IllegalArgumentException.class, () -> Schedule.parse(text));
  }

  private static List<Integer> due(String text, int executions) {
    Schedule schedule = Schedule.parse(text);
    return IntStream.rangeClosed(1, executions).filter(schedule::isDue).boxed().toList();
  }
}
