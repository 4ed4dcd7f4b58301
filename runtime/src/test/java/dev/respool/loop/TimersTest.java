package dev.respool.loop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class TimersTest {
  private long now;
  private final Timers timers = new Timers(() -> now);
  private final List<String> fired = new ArrayList<>();

  private Timer set(long nanos, String name) {
    return timers.set(nanos, () -> fired.add(name));
  }

  @Test
  void timers_fire_by_deadline_and_then_in_the_order_in_which_they_were_set() {
    set(20, "late");
    set(10, "first");
    set(10, "second");
    now = 20;
    timers.fireDue();
    assertEquals(List.of("first", "second", "late"), fired);
    assertTrue(timers.isEmpty());
  }

  @Test
  void a_timer_does_not_fire_before_its_deadline() {
    set(10, "a");
    now = 9;
    timers.fireDue();
    assertEquals(List.of(), fired);
    assertEquals(1, timers.nanosToNext());
    now = 10;
    assertEquals(0, timers.nanosToNext());
    timers.fireDue();
    assertEquals(List.of("a"), fired);
  }

  @Test
  void a_cancelled_timer_never_fires_and_does_not_count() {
    Timer cancelled = set(10, "cancelled");
    set(30, "kept");
    timers.cancel(cancelled);
    timers.cancel(cancelled);
    assertEquals(30, timers.nanosToNext());
    now = 100;
    timers.fireDue();
    assertEquals(List.of("kept"), fired);
    assertEquals(Long.MAX_VALUE, timers.nanosToNext());
  }

  @Test
  void a_million_cancelled_timers_leave_no_heap_behind() {
    set(1_000_000, "kept");
    for (int i = 0; i < 1_000_000; i++) {
      timers.cancel(set(2_000_000, "never"));
    }
    assertTrue(timers.footprint() < 100, timers.footprint() + " entries");
    assertFalse(timers.isEmpty());
    now = 3_000_000;
    timers.fireDue();
    assertEquals(List.of("kept"), fired);
  }

  @Test
  void a_timer_set_by_a_timer_waits_for_the_next_round() {
    timers.set(
        0,
        () -> {
          fired.add("outer");
          set(0, "inner");
        });
    timers.fireDue();
    assertEquals(List.of("outer"), fired);
    timers.fireDue();
    assertEquals(List.of("outer", "inner"), fired);
  }

  @Test
  void a_timer_cancelled_by_an_earlier_one_of_the_same_round_does_not_fire() {
    List<Timer> victim = new ArrayList<>();
    timers.set(1, () -> timers.cancel(victim.get(0)));
    victim.add(set(1, "victim"));
    now = 1;
    timers.fireDue();
    assertEquals(List.of(), fired);
    assertTrue(timers.isEmpty());
  }

  @Test
  void negative_and_endless_delays_are_taken_for_what_they_mean() {
    set(-5, "past");
    set(Long.MAX_VALUE, "never");
    now = 1_000_000_000_000L;
    timers.fireDue();
    assertEquals(List.of("past"), fired);
    assertTrue(timers.nanosToNext() > 0);
  }
}
