package dev.respool.abi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class CarrierTest {
  private final Carrier carrier = CarrierTable.current();

  @Test
  void a_thread_has_one_carrier() {
    assertSame(carrier, CarrierTable.current());
  }

  @Test
  void threads_whose_ids_share_a_place_in_the_table_have_carriers_of_their_own() throws Exception {
    int threads = 1500;
    CountDownLatch all = new CountDownLatch(threads);
    List<CompletableFuture<List<Carrier>>> found = new ArrayList<>();
    for (int i = 0; i < threads; i++) {
      CompletableFuture<List<Carrier>> twice = new CompletableFuture<>();
      found.add(twice);
      Thread thread = new Thread(null, () -> twice.complete(lookTwice(all)), "t" + i, 64 * 1024);
      thread.start();
    }
    Set<Carrier> distinct = new HashSet<>();
    for (CompletableFuture<List<Carrier>> twice : found) {
      List<Carrier> carriers = twice.get(30, TimeUnit.SECONDS);
      assertSame(carriers.get(0), carriers.get(1));
      distinct.add(carriers.get(0));
    }
    assertEquals(threads, distinct.size());
    assertSame(carrier, CarrierTable.current());
  }

  private static List<Carrier> lookTwice(CountDownLatch all) {
    Carrier first = CarrierTable.current();
    all.countDown();
    try {
      all.await();
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
    return List.of(first, CarrierTable.current());
  }

  @Test
  void entering_reads_the_token_and_clears_it() {
    carrier.token = 7;
    assertEquals(7, carrier.take());
    assertEquals(0, carrier.take());
  }

  @Test
  void a_dormant_activation_has_no_carrier_of_its_own() {
    assertSame(Carrier.DORMANT, AwakeMethods.at(1).enter(CarrierTest.class));
    assertEquals(0, Carrier.DORMANT.entry);
  }

  @Test
  void a_dormant_activation_sees_the_unwinding_of_its_own_thread() throws Exception {
    carrier.suspending = 1;
    carrier.unwindsDormant();
    assertTrue(Carrier.suspended(Carrier.DORMANT));
    assertFalse(CompletableFuture.supplyAsync(() -> Carrier.suspended(Carrier.DORMANT)).get());
    Frame frame = SampleFrames.of(Shapes.R0P0.class);
    carrier.append(frame);
    assertSame(frame, carrier.takeInnermost(null));
    assertFalse(carrier.unwindsDormant);
    assertFalse(Carrier.suspended(Carrier.DORMANT));
  }

  @Test
  void a_look_is_not_among_the_frames_that_were_captured() {
    Frame resumed = SampleFrames.of(Shapes.R0P0.class);
    Frame captured = SampleFrames.of(Shapes.R0P0.class);
    carrier.unwindsDormant();
    carrier.append(new Look());
    assertSame(resumed, carrier.takeInnermost(resumed));
    carrier.unwindsDormant();
    carrier.append(new Look());
    carrier.append(captured);
    assertSame(captured, carrier.takeInnermost(resumed));
    assertSame(resumed, captured.caller);
    carrier.unwindsDormant();
    carrier.append(new Look());
    Reacquisition.released(resumed, carrier);
    Frame innermost = carrier.takeInnermost(resumed);
    assertTrue(innermost instanceof Reacquisition);
    assertSame(resumed, innermost.caller);
  }

  @Test
  void what_runs_aside_sees_nothing_of_the_unwinding_and_leaves_nothing_in_it() {
    Frame frame = SampleFrames.of(Shapes.R0P0.class);
    carrier.suspending = 1;
    carrier.append(frame);
    assertEquals(0, carrier.aside(() -> carrier.suspending));
    carrier.aside(
        () -> {
          carrier.append(SampleFrames.of(Shapes.R0P0.class));
          return null;
        });
    assertEquals(1, carrier.suspending);
    assertSame(frame, carrier.takeInnermost(null));
    assertNull(frame.caller);
  }

  @Test
  void an_exception_in_flight_is_taken_once() {
    Exception exception = new Exception();
    carrier.throwing = true;
    assertSame(exception, carrier.thrown(exception));
    assertFalse(carrier.throwing);
  }

  @Test
  void captured_frames_are_linked_from_the_innermost_out() {
    Frame inner = SampleFrames.of(Shapes.R0P0.class);
    Frame middle = SampleFrames.of(Shapes.R0P0.class);
    Frame outer = SampleFrames.of(Shapes.R0P0.class);
    carrier.suspending = 1;
    carrier.append(inner);
    carrier.append(middle);
    carrier.append(outer);
    assertSame(inner, carrier.takeInnermost(null));
    assertSame(middle, inner.caller);
    assertSame(outer, middle.caller);
    assertNull(outer.caller);
    assertEquals(0, carrier.suspending);
  }

  @Test
  void a_frame_that_suspends_again_takes_the_new_frames_below_it() {
    Frame resumed = SampleFrames.of(Shapes.R0P0.class);
    Frame caller = SampleFrames.of(Shapes.R0P0.class);
    resumed.caller = caller;
    Frame callee = SampleFrames.of(Shapes.R0P0.class);
    carrier.append(callee);
    assertSame(callee, carrier.takeInnermost(resumed));
    assertSame(resumed, callee.caller);
    assertSame(caller, resumed.caller, "outer frames are not touched");
  }

  @Test
  void a_frame_that_suspends_again_by_itself_is_the_innermost() {
    Frame resumed = SampleFrames.of(Shapes.R0P0.class);
    assertSame(resumed, carrier.takeInnermost(resumed));
  }

  @Test
  void a_copy_of_a_frame_has_cells_of_its_own() {
    Shapes.R1P1 frame = SampleFrames.of(Shapes.R1P1.class);
    frame.r0 = "a";
    frame.p0 = 1;
    Shapes.R1P1 copy = (Shapes.R1P1) frame.copy();
    assertNotSame(frame, copy);
    copy.r0 = "b";
    copy.p0 = 2;
    assertEquals("a", frame.r0);
    assertEquals(1, frame.p0);
  }
}
