package dev.respool.it.semantics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.respool.Coroutine;
import dev.respool.Saveable;
import dev.respool.Suspendable;
import dev.respool.it.harness.Forgery;
import dev.respool.it.harness.TransformedTests;
import dev.respool.snapshot.RestorePreview;
import dev.respool.snapshot.Snapshot;
import dev.respool.snapshot.SnapshotException;
import dev.respool.snapshot.SnapshotPolicy;
import java.io.Serializable;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.IntUnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Snapshots whose bytes were changed at random are refused, or hold values of the right types. */
@ExtendWith(TransformedTests.class)
class SnapshotAttacksTest {
  private static final String NAME = SnapshotAttacksTest.class.getName();

  /** {@code -Dfuzz.snapshots=N} makes it more. */
  private static final int FORGED = Integer.getInteger("fuzz.snapshots", 5_000);

  @SuppressWarnings("serial") // what is in the array is the test
  private static final class Order implements Serializable {
    private static final long serialVersionUID = 1;
    private final Object[] lines;

    Order(Object... lines) {
      this.lines = lines;
    }
  }

  @Saveable
  private static final class Chosen {
    private static final Chosen ONE = new Chosen();
    private final IntUnaryOperator function = x -> x + 1;
  }

  private final Thread external = new Thread(() -> {});

  private SnapshotPolicy policy(String... patterns) {
    return SnapshotPolicy.allowing(patterns)
        .withExternals(Map.of("service", external))
        .withClassLoader(SnapshotAttacksTest.class.getClassLoader());
  }

  private SnapshotPolicy allowing() {
    return policy(NAME + "$Order", NAME + "$Chosen");
  }

  private byte[] saved() {
    Coroutine<Object, Object> inner = Coroutine.create(first -> Coroutine.yield(1));
    inner.resume();
    Order order = new Order(external, Chosen.ONE, new Chosen(), inner, 1.5);
    Coroutine<Object, Object> co =
        Coroutine.create(first -> mixed(new int[] {1}, "text", order, 3, 4L));
    co.resume();
    return Snapshot.of(co, allowing()).toBytes();
  }

  @Suspendable
  private static Object mixed(int[] ints, String text, Order order, int i, long l) {
    for (String s : List.of("a", "b")) {
      Coroutine.yield();
      text += s;
    }
    boolean same = order.lines[1] == Chosen.ONE && order.lines[2] != Chosen.ONE;
    return text + ints[0] + order.lines.length + i + l + same + order.lines[0];
  }

  @Test
  void without_an_attack_it_goes_on() {
    Coroutine<Object, Object> co = Snapshot.read(saved(), allowing()).restore();
    co.resume();
    assertEquals("textab1534true" + external, co.resume());
  }

  @Test
  void damaged_bytes_are_refused_with_a_reason() {
    byte[] bytes = saved();
    Random random = new Random(7);
    for (int i = 0; i < FORGED; i++) {
      byte[] damaged = Forgery.damaged(bytes, random);
      if (!Arrays.equals(bytes, damaged)) {
        assertThrows(SnapshotException.class, () -> Snapshot.read(damaged, policy(NAME + "*")));
      }
    }
  }

  @Test
  void forged_bytes_are_refused_or_of_the_right_types() {
    byte[] bytes = saved();
    Random random = new Random(11);
    int refused = 0;
    for (int i = 0; i < FORGED; i++) {
      byte[] forged = Forgery.checked(Forgery.damaged(bytes, random));
      try {
        Snapshot snapshot = Snapshot.read(forged, allowing());
        RestorePreview preview = snapshot.preview();
        Coroutine<Object, Object> co = snapshot.restore();
        assertTrue(
            preview.outcome().compareTo(RestorePreview.Outcome.MOVES) <= 0, preview::toString);
        finish(co);
      } catch (SnapshotException e) {
        refused++;
        assertTrue(e.getMessage().length() > 20);
      } catch (IllegalStateException e) {
        refused++;
        assertTrue(e.getMessage().startsWith("this is the snapshot of"), e::toString);
      }
    }
    assertTrue(refused > FORGED / 2, "only " + refused);
  }

  /** What a frame with other values of the right types does is the program's own business. */
  private static void finish(Coroutine<Object, Object> co) {
    try {
      for (int i = 0; i < 5 && !co.isDone(); i++) {
        co.resume();
      }
    } catch (RuntimeException | OutOfMemoryError e) {
      assertTrue(!(e instanceof ClassCastException), () -> "of another type: " + e);
    }
  }
}
