package dev.respool.it.memory;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.respool.Coroutine;
import dev.respool.CoroutineAction;
import dev.respool.Suspendable;
import dev.respool.it.harness.TransformedTests;
import java.lang.ref.Reference;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * What a suspended method does not need any more is not kept by it: neither at its first suspension
 * nor, its frame being used again, at later ones.
 */
@ExtendWith(TransformedTests.class)
class DeadLocalTest {
  private final Reachability objects = new Reachability();

  /** Resumes a new coroutine several times; after each time just these objects are reachable. */
  private void assertHeld(CoroutineAction body, Integer[]... expected) {
    Coroutine<Object, Object> co = Coroutine.create(body);
    for (Integer[] numbers : expected) {
      co.resume();
      assertEquals(Coroutine.Status.SUSPENDED, co.status());
      objects.assertReachable(numbers);
    }
    Reference.reachabilityFence(co);
  }

  private static Integer[] held(Integer... numbers) {
    return numbers;
  }

  private static void use(Object... used) {
    assertTrue(used.length > 0);
  }

  @Test
  void a_local_that_is_not_used_behind_the_yield_is_not_held() {
    assertHeld(
        () -> {
          byte[] array = objects.array();
          use(array);
          Coroutine.yield();
        },
        held());
  }

  @Test
  void a_local_is_held_up_to_its_last_use() {
    assertHeld(
        () -> {
          byte[] array = objects.array();
          Coroutine.yield();
          Coroutine.yield();
          use(array);
          Coroutine.yield();
        },
        held(0),
        held(0),
        held());
  }

  @Test
  void a_cell_that_another_local_takes_over_forgets_the_first_one() {
    assertHeld(
        () -> {
          byte[] first = objects.array();
          Coroutine.yield();
          use(first);
          byte[] second = objects.array();
          Coroutine.yield();
          use(second);
        },
        held(0),
        held(1));
  }

  @Test
  void cells_are_cleared_in_whatever_order_the_locals_die() {
    assertHeld(
        () -> {
          byte[] a = objects.array();
          byte[] b = objects.array();
          byte[] c = objects.array();
          Coroutine.yield();
          use(a);
          Coroutine.yield();
          use(c);
          Coroutine.yield();
          use(b);
          Coroutine.yield();
        },
        held(0, 1, 2),
        held(1, 2),
        held(1),
        held());
  }

  @Test
  void a_frame_with_more_cells_than_the_typed_shapes_clears_them_too() {
    assertHeld(
        () -> {
          byte[] a = objects.array();
          byte[] b = objects.array();
          byte[] c = objects.array();
          byte[] d = objects.array();
          byte[] e = objects.array();
          byte[] f = objects.array();
          byte[] g = objects.array();
          byte[] h = objects.array();
          byte[] i = objects.array();
          byte[] j = objects.array();
          byte[] k = objects.array();
          byte[] l = objects.array();
          Coroutine.yield();
          use(a, b, c, d, e, f, g, h, i, j, l);
          Coroutine.yield();
          use(k);
          Coroutine.yield();
        },
        held(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11),
        held(10),
        held());
  }

  @Test
  void a_local_that_is_set_to_null_or_to_another_value_forgets_the_first_one() {
    assertHeld(
        () -> {
          byte[] array = objects.array();
          Coroutine.yield();
          use(array);
          array = null;
          Coroutine.yield();
          array = objects.array();
          Coroutine.yield();
          use((Object) array);
        },
        held(0),
        held(),
        held(1));
  }

  @Test
  void only_the_last_of_a_loop_is_held() {
    assertHeld(
        () -> {
          for (byte[] last = objects.array(); ; last = objects.array()) {
            byte[] unused = objects.array();
            use(unused);
            Coroutine.yield();
            use(last);
          }
        },
        held(0),
        held(2),
        held(4));
  }

  @Test
  void the_list_and_the_iterator_of_a_loop_are_held_to_its_end() {
    assertHeld(
        () -> {
          for (byte[] element : objects.watch(List.of(objects.array()))) {
            use(element);
            Coroutine.yield();
          }
          Coroutine.yield();
        },
        held(0, 1),
        held());
  }

  @Test
  void an_operand_is_held_until_its_expression_is_evaluated() {
    assertHeld(
        () -> {
          use(objects.array(), Coroutine.yield());
          Coroutine.yield();
        },
        held(0),
        held());
  }

  @Test
  void what_only_a_handler_needs_is_held_up_to_the_end_of_its_try() {
    assertHeld(
        () -> {
          byte[] array = objects.array();
          try {
            Coroutine.yield();
          } finally {
            use(array);
          }
          Coroutine.yield();
        },
        held(0),
        held());
  }

  @Test
  void a_caught_exception_is_not_held_behind_its_handler() {
    assertHeld(
        () -> {
          try {
            throw objects.watch(new IllegalArgumentException());
          } catch (IllegalArgumentException e) {
            Coroutine.yield();
            use(e);
          }
          Coroutine.yield();
        },
        held(0),
        held());
  }

  @Suspendable
  private void callee(byte[] used, byte[] needed) {
    use(used);
    Coroutine.yield();
    use(needed);
    Coroutine.yield();
  }

  @Test
  void arguments_are_held_by_no_frame_that_does_not_need_them() {
    assertHeld(
        () -> {
          byte[] own = objects.array();
          callee(objects.array(), objects.array());
          use(own);
          Coroutine.yield();
        },
        held(0, 2),
        held(0),
        held());
  }

  private record Receiver(byte[] array) {
    @Suspendable
    void use() {
      assertTrue(array.length > 0);
      Coroutine.yield();
    }
  }

  @Test
  void a_receiver_that_its_method_needs_no_more_is_not_held() {
    assertHeld(() -> objects.watch(new Receiver(objects.array())).use(), held());
  }

  @Test
  void a_callee_that_has_returned_holds_nothing_while_its_caller_goes_on() {
    assertHeld(
        () -> {
          callee(objects.array(), objects.array());
          for (; ; ) {
            Coroutine.yield();
          }
        },
        held(1),
        held(),
        held());
  }
}
