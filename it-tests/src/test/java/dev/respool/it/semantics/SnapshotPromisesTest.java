package dev.respool.it.semantics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.respool.Coroutine;
import dev.respool.Suspendable;
import dev.respool.it.harness.TransformedTests;
import dev.respool.snapshot.Snapshot;
import dev.respool.snapshot.SnapshotException;
import dev.respool.snapshot.SnapshotPolicy;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What {@code docs/saving.md} and {@code docs/limits.md} say one may not expect. */
@ExtendWith(TransformedTests.class)
class SnapshotPromisesTest {
  private static final String NAME = SnapshotPromisesTest.class.getName();
  private static int made;
  private static boolean suspends;

  private record Counted(int number) implements Serializable {
    @Suspendable
    private Counted {
      made++;
      if (suspends) {
        Coroutine.yield("in the constructor");
      }
    }
  }

  @SuppressWarnings("serial") // what is in the array is the test
  private record Ring(Object[] others) implements Serializable {}

  @SuppressWarnings("serial")
  private record Node(Object next) implements Serializable {}

  private static SnapshotPolicy policy() {
    return SnapshotPolicy.allowing(NAME)
        .withClassLoader(SnapshotPromisesTest.class.getClassLoader());
  }

  private static Coroutine<Object, Object> through(Coroutine<Object, Object> coroutine) {
    return Snapshot.read(Snapshot.of(coroutine).toBytes(), policy()).restore();
  }

  private static Coroutine<Object, Object> holding(Object object) {
    Coroutine<Object, Object> co = Coroutine.create(first -> held(object));
    co.resume();
    return co;
  }

  @Suspendable
  private static Object held(Object object) {
    Coroutine.yield();
    return object;
  }

  @Test
  void neither_coroutine_sees_later_changes_of_a_collection_in_a_loop() {
    List<Integer> numbers = new ArrayList<>(List.of(1, 2));
    Coroutine<Object, Object> co = Coroutine.create(first -> sum(numbers));
    co.resume();
    Coroutine<Object, Object> copy = through(co);
    numbers.add(4);
    for (Coroutine<Object, Object> each : List.of(co, copy)) {
      each.resume();
      assertEquals(3, each.resume());
    }
  }

  @Suspendable
  private static int sum(List<Integer> numbers) {
    int sum = 0;
    for (int n : numbers) {
      Coroutine.yield();
      sum += n;
    }
    return sum;
  }

  @Test
  void an_entry_of_a_hash_map_becomes_a_copy() {
    Coroutine<Object, Object> co =
        Coroutine.create(first -> changed(new HashMap<>(Map.of("key", 1))));
    co.resume();
    assertEquals("key=2{key=1}", through(co).resume());
    assertEquals("key=2{key=2}", co.resume());
  }

  @Suspendable
  private static Object changed(Map<String, Integer> map) {
    Map.Entry<String, Integer> entry = map.entrySet().iterator().next();
    Coroutine.yield();
    entry.setValue(2);
    return entry.toString() + map;
  }

  @Test
  void a_record_is_restored_by_its_constructor_which_may_not_suspend_then() {
    byte[] bytes = Snapshot.of(holding(new Counted(5))).toBytes();
    made = 0;
    assertEquals(new Counted(5), Snapshot.read(bytes, policy()).restore().resume());
    assertEquals(2, made);
    suspends = true;
    try {
      Snapshot snapshot = Snapshot.read(bytes, policy());
      Coroutine<Object, Object> restoring = Coroutine.create(first -> snapshot.restore());
      String said = assertThrows(SnapshotException.class, restoring::resume).getMessage();
      assertTrue(said.contains("attempt to yield"), said);
    } finally {
      suspends = false;
    }
  }

  @Test
  void a_record_that_can_reach_itself_has_null_in_its_place() {
    Ring ring = new Ring(new Object[1]);
    ring.others[0] = ring;
    Ring restored = (Ring) through(holding(ring)).resume();
    assertNull(restored.others[0]);
  }

  @Test
  void objects_that_are_nested_too_deeply_are_an_obstacle() {
    Node node = new Node(null);
    for (int i = 0; i < 100_000; i++) {
      node = new Node(node);
    }
    Coroutine<Object, Object> co = holding(node);
    String said = assertThrows(SnapshotException.class, () -> Snapshot.of(co)).getMessage();
    assertTrue(said.contains("nested too deeply"), said);
  }
}
