package dev.respool.abi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.respool.Coroutine;
import dev.respool.handmade.Questions;
import java.util.ArrayList;
import org.junit.jupiter.api.Test;

/** What a suspended continuation holds. */
class FrameReuseTest {
  private final Coroutine<Object, Object> coroutine =
      Coroutine.create(new Questions(3, new ArrayList<>()));

  private Frame innermost() {
    return ((Continuation) coroutine).innermost;
  }

  @Test
  void an_outer_frame_is_the_same_object_after_each_suspension() {
    coroutine.resume("");
    Frame outer = innermost().caller;
    coroutine.resume("a");
    assertSame(outer, innermost().caller);
    assertNull(outer.caller);
  }

  @Test
  void a_dead_continuation_holds_no_frames() {
    coroutine.resume("");
    coroutine.close();
    assertNull(innermost());
  }

  @Test
  void an_exception_can_be_thrown_at_the_suspension_point() {
    coroutine.resume("");
    IllegalArgumentException thrown = new IllegalArgumentException("into");
    assertSame(
        thrown,
        assertThrows(
            IllegalArgumentException.class,
            () -> Continuation.resumeHostThrowing(coroutine, thrown)));
    assertEquals(true, coroutine.isDone());
  }

  @Test
  void an_exception_ends_a_continuation_that_has_not_begun() {
    Exception thrown = new Exception("before");
    assertSame(
        thrown,
        assertThrows(Exception.class, () -> Continuation.resumeHostThrowing(coroutine, thrown)));
    assertEquals(true, coroutine.isDone());
  }
}
