package dev.respool.it.memory;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.respool.Coroutine;
import dev.respool.CoroutineBody;
import dev.respool.Generator;
import dev.respool.it.harness.TransformedTests;
import java.lang.ref.Reference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What goes into a suspended coroutine or came out of it is not kept on the way. */
@ExtendWith(TransformedTests.class)
class PassedValueTest {
  private final Reachability objects = new Reachability();

  private static void use(Object used) {
    assertTrue(used != null);
  }

  @Test
  void values_that_were_yielded_and_taken_are_not_held() {
    Coroutine<Object, Object> co =
        Coroutine.create(
            () -> {
              Coroutine.yield(objects.array());
              Coroutine.yield(objects.array());
            });
    co.resume();
    objects.assertAllCollected();
    co.resume();
    objects.assertAllCollected();
    Reference.reachabilityFence(co);
  }

  @Test
  void values_that_it_was_resumed_with_are_held_up_to_their_last_use() {
    Coroutine<Object, Object> co =
        Coroutine.create(
            first -> {
              use(first);
              Object second = Coroutine.yield();
              use(Coroutine.yield());
              use(second);
              Coroutine.yield();
              return null;
            });
    co.resume(objects.array());
    objects.assertReachable();
    co.resume(objects.array());
    objects.assertReachable(1);
    co.resume(objects.array());
    objects.assertAllCollected();
    Reference.reachabilityFence(co);
  }

  /** The lambda object is nobody's local: only the coroutine could hold it. */
  @Test
  void what_the_body_captured_and_needs_no_more_is_not_held() {
    Coroutine<Object, Object> co = Coroutine.create(capturing(objects.array()));
    objects.assertReachable(0);
    co.resume();
    objects.assertAllCollected();
    assertFalse(co.isDone());
  }

  private static CoroutineBody<Object, Object> capturing(byte[] array) {
    return first -> {
      use(array);
      Coroutine.yield();
      return null;
    };
  }

  @Test
  void an_element_is_held_by_the_iterator_only_while_it_is_ahead_of_its_reader() {
    var iterator =
        Generator.<byte[]>of(
                g -> {
                  g.yield(objects.array());
                  g.yield(objects.array());
                })
            .iterator();
    assertTrue(iterator.hasNext());
    objects.assertReachable(0);
    use(iterator.next());
    objects.assertReachable();
    assertTrue(iterator.hasNext());
    objects.assertReachable(1);
    Reference.reachabilityFence(iterator);
  }
}
