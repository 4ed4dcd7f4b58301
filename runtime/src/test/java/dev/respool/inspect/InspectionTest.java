package dev.respool.inspect;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.respool.loop.EventLoop;
import java.lang.ref.WeakReference;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class InspectionTest {
  private record Loop(long number) implements InspectableLoop {
    @Override
    public LoopPicture inspect(InspectionOptions options, TaskFilter filter) {
      throw new UnsupportedOperationException("not asked");
    }
  }

  @Test
  void a_loop_is_known_until_its_registration_ends() {
    Loop loop = new Loop(Inspection.nextNumber());
    Inspection.Registration registration = Inspection.register(loop);
    assertTrue(Inspection.loops().contains(loop));
    registration.end();
    registration.end();
    assertFalse(Inspection.loops().contains(loop));
  }

  @Test
  void a_loop_that_nobody_refers_to_is_collected() throws InterruptedException {
    WeakReference<InspectableLoop> dropped = dropped();
    while (dropped.get() != null) {
      System.gc();
      Thread.sleep(1);
    }
    assertNull(dropped.get());
  }

  private static WeakReference<InspectableLoop> dropped() {
    return new WeakReference<>(EventLoop.create().inspectable());
  }

  @Test
  void a_loop_whose_run_has_ended_is_not_known_any_more() {
    List<InspectableLoop> before = Inspection.loops();
    EventLoop.run(() -> {});
    List<InspectableLoop> more = Inspection.loops();
    more.removeAll(before);
    assertEquals(List.of(), more);
  }

  @Test
  void loops_come_in_the_order_of_their_numbers() {
    EventLoop one = EventLoop.create();
    EventLoop two = EventLoop.create();
    List<InspectableLoop> all = Inspection.loops();
    int first = all.indexOf(one.inspectable());
    assertTrue(first >= 0 && first < all.indexOf(two.inspectable()), all.toString());
  }

  @Test
  void the_last_hundred_reports_are_kept() {
    for (int i = 1; i <= 150; i++) {
      Inspection.report(
          new BlockedPicture(Instant.EPOCH, 0, "task " + i, Duration.ZERO, List.of()));
    }
    List<BlockedPicture> kept = Inspection.blocked();
    assertEquals(100, kept.size());
    assertEquals("task 51", kept.get(0).task());
    assertEquals("task 150", kept.get(99).task());
  }

  @Test
  void options_that_make_no_sense_are_refused() {
    InspectionOptions standard = InspectionOptions.standard();
    assertThrows(IllegalArgumentException.class, () -> standard.withMaxTasks(-1));
    assertThrows(IllegalArgumentException.class, () -> standard.withTimeLimit(Duration.ZERO));
  }
}
