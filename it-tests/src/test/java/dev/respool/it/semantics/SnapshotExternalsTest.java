package dev.respool.it.semantics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.respool.Coroutine;
import dev.respool.Suspendable;
import dev.respool.it.harness.TransformedTests;
import dev.respool.snapshot.Obstacle;
import dev.respool.snapshot.Snapshot;
import dev.respool.snapshot.SnapshotException;
import dev.respool.snapshot.SnapshotPolicy;
import java.io.PrintStream;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Objects that stay outside of a snapshot, and what is done with those that are in it. */
@ExtendWith(TransformedTests.class)
class SnapshotExternalsTest {
  private static final String NAME = SnapshotExternalsTest.class.getName();

  private static final class Service implements Serializable {
    private static final long serialVersionUID = 1;
  }

  @SuppressWarnings("serial") // what is in the array is the test
  private static final class Order implements Serializable {
    private static final long serialVersionUID = 1;
    private final Object[] parts;

    Order(Object... parts) {
      this.parts = parts;
    }
  }

  private static SnapshotPolicy policy(String... patterns) {
    return SnapshotPolicy.allowing(patterns)
        .withClassLoader(SnapshotExternalsTest.class.getClassLoader());
  }

  private static SnapshotPolicy with(Map<String, ?> externals) {
    return policy(NAME + "$Order").withExternals(externals);
  }

  @Suspendable
  private static Object held(Object value) {
    Coroutine.yield();
    return value;
  }

  private static Coroutine<Object, Object> holding(Object value) {
    Coroutine<Object, Object> co = Coroutine.create(first -> held(value));
    co.resume();
    return co;
  }

  @Test
  void external_objects_are_those_of_the_restoring_process() {
    Service here = new Service();
    Service there = new Service();
    Order order = new Order(here, System.out, here, new Object[0]);
    Map<String, ?> before = Map.of("service", here, "out", System.out);
    byte[] bytes = Snapshot.of(holding(order), with(before)).toBytes();
    PrintStream other = new PrintStream(System.err, true);
    Map<String, ?> after = Map.of("service", there, "out", other, "more", new Object());
    Order restored = (Order) Snapshot.read(bytes, with(after)).restore().resume();
    assertSame(there, restored.parts[0]);
    assertSame(other, restored.parts[1]);
    assertSame(there, restored.parts[2]);
    assertNotSame(order, restored);
  }

  @Test
  void a_local_may_hold_one() {
    Object lock = new Object();
    Snapshot snapshot = Snapshot.of(holding(lock), with(Map.of("lock", lock)));
    assertSame(lock, snapshot.restore().resume());
  }

  @Test
  void an_array_and_a_coroutine_may_be_one() {
    int[] table = new int[100_000];
    Coroutine<Object, Object> other = Coroutine.create(first -> "other");
    Map<String, ?> externals = Map.of("table", table, "other", other);
    byte[] bytes = Snapshot.of(holding(new Order(table, other)), with(externals)).toBytes();
    assertTrue(bytes.length < 2_000, () -> bytes.length + " bytes");
    Order restored = (Order) Snapshot.read(bytes, with(externals)).restore().resume();
    assertSame(table, restored.parts[0]);
    assertSame(other, restored.parts[1]);
  }

  @Test
  void without_the_name_nothing_is_restored() {
    byte[] bytes = Snapshot.of(holding(System.out), with(Map.of("out", System.out))).toBytes();
    Snapshot read = Snapshot.read(bytes, with(Map.of("err", System.err)));
    Obstacle only = assertThrows(SnapshotException.class, read::restore).obstacles().get(0);
    assertEquals("the policy has no external object 'out'", only.why());
    assertEquals("give it by SnapshotPolicy.withExternals", only.remedy());
  }

  @Test
  void one_of_another_type_than_the_local_is_refused() {
    StringBuilder text = new StringBuilder();
    Coroutine<Object, Object> co = Coroutine.create(first -> typed(text));
    co.resume();
    byte[] bytes = Snapshot.of(co, with(Map.of("text", text))).toBytes();
    Snapshot read = Snapshot.read(bytes, with(Map.of("text", System.out)));
    Obstacle only = assertThrows(SnapshotException.class, read::restore).obstacles().get(0);
    assertEquals("its type must be java.lang.StringBuilder", only.why());
  }

  @Suspendable
  private static Object typed(StringBuilder text) {
    Coroutine.yield();
    return text.append("x");
  }

  /** That one object of a class is given does not mean that bytes may make others. */
  @Test
  void a_class_is_not_allowed_because_an_external_object_has_it() {
    Service external = new Service();
    Order order = new Order(external, new Service());
    byte[] bytes = Snapshot.of(holding(order), with(Map.of("service", external))).toBytes();
    Snapshot read = Snapshot.read(bytes, with(Map.of("service", external)));
    String said = assertThrows(SnapshotException.class, read::restore).getMessage();
    assertTrue(said.contains("the policy does not allow " + NAME + "$Service"), said);
  }

  @Test
  void what_would_not_be_recognised_is_no_external_object() {
    Supplier<String> lambda = (Supplier<String> & Serializable) () -> "x";
    SnapshotPolicy policy = with(Map.of("out", System.out));
    for (Object object : List.of("text", 5, Thread.State.NEW, Service.class, lambda)) {
      assertThrows(IllegalArgumentException.class, () -> policy.withExternals(Map.of("x", object)));
    }
    assertThrows(
        IllegalArgumentException.class, () -> policy.withExternals(Map.of("out", System.err)));
  }

  @Test
  void one_may_have_several_names() {
    SnapshotPolicy first = with(Map.of("first", System.out));
    SnapshotPolicy both = first.withExternals(Map.of("second", System.out));
    byte[] bytes = Snapshot.of(holding(System.out), both).toBytes();
    assertSame(System.out, Snapshot.read(bytes, first).restore().resume());
  }

  @Test
  void something_is_done_with_each_restored_object_of_a_type_and_with_no_other() {
    Order inner = new Order();
    Order order = new Order(inner, inner, "text", new Service());
    List<Object> seen = new ArrayList<>();
    SnapshotPolicy policy =
        policy(NAME + "$*").onRestore(Order.class, seen::add).onRestore(Long.class, seen::add);
    byte[] bytes = Snapshot.of(holding(order)).toBytes();
    Snapshot read = Snapshot.read(bytes, policy);
    assertEquals(List.of(), seen);
    Coroutine<Object, Object> restored = read.restore();
    assertEquals(2, seen.size());
    Order outer = (Order) restored.resume();
    assertSame(outer.parts[0], seen.get(0));
    assertSame(outer, seen.get(1));
  }

  @Test
  void an_action_that_fails_is_an_obstacle() {
    IllegalStateException failure = new IllegalStateException("no place");
    SnapshotPolicy policy =
        policy(NAME + "$*")
            .onRestore(
                Order.class,
                order -> {
                  throw failure;
                });
    Snapshot read = Snapshot.read(Snapshot.of(holding(new Order())).toBytes(), policy);
    SnapshotException thrown = assertThrows(SnapshotException.class, read::restore);
    assertSame(failure, thrown.getCause());
    assertTrue(thrown.getMessage().contains("no place"), thrown.getMessage());
  }
}
