package dev.respool.examples.chat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.respool.loop.EventLoop;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class OutgoingLinesTest {
  private static final ChatLimits LIMITS = new ChatLimits(1, 1, 1, 3, 2, Duration.ZERO);

  private final OutgoingLines lines = new OutgoingLines(LIMITS);

  @Test
  void a_slow_reader_misses_the_oldest_lines_and_is_told_how_many() {
    EventLoop.run(
        () -> {
          for (int i = 1; i <= 5; i++) {
            assertTrue(lines.add("line " + i));
          }
          assertEquals("* you were too slow and have missed 2 lines", lines.next());
          assertEquals("line 3", lines.next());
          assertTrue(lines.add("line 6"));
          lines.end();
          assertEquals("line 4", lines.next());
          assertEquals("line 5", lines.next());
          assertEquals("line 6", lines.next());
          assertNull(lines.next());
        });
  }

  @Test
  void who_misses_more_than_allowed_does_not_keep_up() {
    for (int i = 1; i <= 5; i++) {
      assertTrue(lines.add("line " + i));
    }
    assertFalse(lines.add("line 6"));
  }

  @Test
  void what_is_added_behind_the_end_is_dropped() {
    EventLoop.run(
        () -> {
          lines.end();
          assertTrue(lines.add("late"));
          assertNull(lines.next());
        });
  }
}
