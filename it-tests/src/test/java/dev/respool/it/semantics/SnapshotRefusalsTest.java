package dev.respool.it.semantics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.respool.Coroutine;
import dev.respool.Suspendable;
import dev.respool.abi.SuspendableCode;
import dev.respool.it.harness.Forgery;
import dev.respool.it.harness.TransformedTests;
import dev.respool.snapshot.Obstacle;
import dev.respool.snapshot.Snapshot;
import dev.respool.snapshot.SnapshotException;
import dev.respool.snapshot.SnapshotPolicy;
import java.io.ByteArrayInputStream;
import java.io.Serializable;
import java.net.Socket;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What cannot be saved or restored is told, and bytes that were changed on purpose do no harm. */
@ExtendWith(TransformedTests.class)
class SnapshotRefusalsTest {
  private static final String NAME = SnapshotRefusalsTest.class.getName();

  private static SnapshotPolicy policy(String... patterns) {
    return SnapshotPolicy.allowing(patterns)
        .withClassLoader(SnapshotRefusalsTest.class.getClassLoader());
  }

  @SuppressWarnings("serial") // what is in the array is the test
  private static final class Order implements Serializable {
    private static final long serialVersionUID = 1;
    private final Object[] lines = new Object[3];
  }

  /** As {@code Order} in the eyes of serialization. */
  @SuppressWarnings("serial") // what is in the array is the test
  private static final class Other implements Serializable {
    private static final long serialVersionUID = 1;
    private final Object[] lines = new Object[3];
  }

  private static final class Harms implements Serializable {
    private static final long serialVersionUID = 1;

    static {
      System.setProperty(NAME + ".harm", "done");
    }
  }

  private static SnapshotException refused(Coroutine<?, ?> coroutine) {
    return assertThrows(SnapshotException.class, () -> Snapshot.of(coroutine));
  }

  @Test
  void every_obstacle_is_told_with_its_path() throws Exception {
    Coroutine<Object, Object> co = Coroutine.create(first -> holding(new Order()));
    co.resume();
    SnapshotException thrown = refused(co);
    Map<String, Obstacle> byLocal =
        thrown.obstacles().stream()
            .collect(java.util.stream.Collectors.toMap(Obstacle::local, o -> o));
    assertEquals("order.lines[2]", byLocal.get("order").path());
    assertEquals("java.net.Socket", byLocal.get("order").className());
    assertTrue(
        byLocal.get("order").where().startsWith(NAME + ".holding(SnapshotRefusalsTest.java:"));
    assertTrue(byLocal.get("lock").why().contains("lock"), thrown.getMessage());
    assertTrue(byLocal.get("thread").why().contains("belongs to this process"));
    assertTrue(byLocal.get("lambda").remedy().contains("Serializable"), thrown.getMessage());
    assertTrue(byLocal.get("numbers").remedy().contains("for-each"), thrown.getMessage());
    assertEquals(5, thrown.obstacles().size(), thrown.getMessage());
    assertEquals(5, thrown.getMessage().lines().count() - 1);
    assertEquals("1 x", co.resume("x"), "it can be used as before");
  }

  @Suspendable
  private static String holding(Order order) throws Exception {
    Iterator<Integer> numbers = List.of(1).iterator();
    ReentrantLock lock = new ReentrantLock();
    Thread thread = Thread.currentThread();
    Supplier<String> lambda = () -> " ";
    try (Socket socket = new Socket()) {
      order.lines[2] = socket;
    }
    Object back = Coroutine.yield();
    return numbers.next() + lambda.get() + back + (lock.isLocked() ? order + "" + thread : "");
  }

  @Test
  void loops_over_what_may_have_no_end_are_refused() {
    Coroutine<Object, Object> co =
        Coroutine.create(
            first -> {
              for (int n : (Iterable<Integer>) Stream.iterate(1, x -> x + 1)::iterator) {
                Coroutine.yield(n);
              }
              return null;
            });
    assertEquals(1, co.resume());
    assertTrue(refused(co).getMessage().contains("local '(without a name)'"));
    assertEquals(2, co.resume());
  }

  private static final class Fails implements Serializable {
    private static final long serialVersionUID = 1;

    private void writeObject(java.io.ObjectOutputStream out) {
      throw new IllegalStateException("not now");
    }
  }

  @Test
  void what_a_class_throws_when_it_is_written_is_the_cause() {
    Coroutine<Object, Object> co = Coroutine.create(first -> keeping(new Fails()));
    co.resume();
    SnapshotException thrown = refused(co);
    assertEquals("object", thrown.obstacles().get(0).local());
    assertTrue(thrown.getCause() instanceof IllegalStateException);
    assertEquals("not now", thrown.getCause().getMessage());
  }

  @Suspendable
  private static Object keeping(Object object) {
    Coroutine.yield();
    return object;
  }

  @Test
  void what_is_too_large_is_refused_with_the_largest_locals() {
    Coroutine<Object, Object> co = Coroutine.create(first -> large(new byte[2_000_000], "small"));
    co.resume();
    String said = refused(co).getMessage();
    assertTrue(said.contains("the policy allows 1048576"), said);
    assertTrue(said.contains(") bytes has 20000"), said);
    SnapshotPolicy more = policy().withMaxBytes(3_000_000);
    byte[] bytes = Snapshot.of(co, more).toBytes();
    assertThrows(SnapshotException.class, () -> Snapshot.read(bytes, policy()));
    assertEquals("small2000000", Snapshot.read(bytes, more).restore().resume());
  }

  @Suspendable
  private static String large(byte[] bytes, String small) {
    Coroutine.yield();
    return small + bytes.length;
  }

  private static byte[] saved() {
    Coroutine<Object, Object> co =
        Coroutine.create(first -> mixed(new int[] {1}, "text", new Order(), 3, 4L));
    co.resume();
    return Snapshot.of(co).toBytes();
  }

  @Suspendable
  private static Object mixed(int[] ints, String text, Order order, int i, long l) {
    for (String s : List.of("a", "b")) {
      Coroutine.yield();
      text += s;
    }
    return text + ints[0] + order.lines.length + i + l;
  }

  @Test
  void a_class_that_nobody_allowed_is_not_touched() {
    String order = Order.class.getName();
    Snapshot snapshot = Snapshot.read(saved(), policy());
    String said = assertThrows(SnapshotException.class, snapshot::restore).getMessage();
    assertTrue(said.contains("does not allow " + order), said);
    String harms = NAME + "$Harms";
    Snapshot forged = Snapshot.read(Forgery.replaced(saved(), order, harms), policy(order));
    said = assertThrows(SnapshotException.class, forged::restore).getMessage();
    assertTrue(said.contains("does not allow " + harms), said);
    assertEquals(null, System.getProperty(NAME + ".harm"));
  }

  @Test
  void a_value_of_another_type_than_the_local_is_refused() {
    byte[] forged = Forgery.replaced(saved(), Order.class.getName(), Other.class.getName());
    Snapshot snapshot = Snapshot.read(forged, policy(NAME + "$*"));
    SnapshotException thrown = assertThrows(SnapshotException.class, snapshot::restore);
    Obstacle only = thrown.obstacles().get(0);
    assertEquals(1, thrown.obstacles().size(), thrown.getMessage());
    assertEquals("order", only.local());
    assertEquals("its type must be " + Order.class.getName(), only.why());
  }

  @Test
  void a_local_of_another_type_than_the_code_has_is_refused() {
    byte[] forged = Forgery.replaced(saved(), "Ljava/lang/String;", "Ljava/lang/Number;");
    Snapshot snapshot = Snapshot.read(forged, policy(NAME + "*"));
    String said = assertThrows(SnapshotException.class, snapshot::restore).getMessage();
    assertTrue(said.contains("the code has no such suspension point"), said);
  }

  @Test
  void who_asks_for_a_method_that_is_not_there_does_not_hide_one_that_is() {
    Coroutine<Object, Object> co = Coroutine.create(first -> askedFor("a"));
    co.resume();
    byte[] bytes = Snapshot.of(co).toBytes();
    String name = "askedFor";
    String descriptor = "(Ljava/lang/String;)Ljava/lang/String;";
    String place = "\0" + written(name) + "\0" + written(descriptor);
    String shifted = "\0" + written(name + "(") + "\0" + written(descriptor.substring(1));
    byte[] forged = Forgery.replaced(bytes, place, shifted);
    String said =
        assertThrows(SnapshotException.class, Snapshot.read(forged, policy())::restore)
            .getMessage();
    assertTrue(said.contains("no suspendable method askedFor(Ljava/lang/String;)"), said);
    assertEquals("ab", Snapshot.read(bytes, policy()).restore().resume("b"));
    forged = Forgery.replaced(bytes, "\0" + written(name), "\0" + written(name.replace('F', 'G')));
    assertThrows(SnapshotException.class, Snapshot.read(forged, policy())::restore);
  }

  /** A short text in the format of snapshots. */
  private static String written(String text) {
    return (char) text.length() + text;
  }

  @Suspendable
  private static String askedFor(String text) {
    return text + Coroutine.yield();
  }

  @Test
  void a_method_whose_factory_has_the_same_name_is_another_one() {
    Class<?> type = Constructed.class;
    assertTrue(SuspendableCode.find(type, "<init>", "(I)V").isPresent());
    assertTrue(SuspendableCode.find(type, "init", "<init>(I)V").isEmpty());
  }

  private static final class Constructed implements Serializable {
    private static final long serialVersionUID = 1;
    private int number;

    @Suspendable
    private Constructed(int number) {
      Coroutine.yield();
      this.number = number;
    }

    @Suspendable
    private void change(int number) {
      Coroutine.yield();
      this.number = number;
    }
  }

  @Test
  void a_frame_of_a_constructor_is_not_restored() {
    Constructed object = constructed();
    Coroutine<Object, Object> co =
        Coroutine.create(
            first -> {
              object.change(3);
              return object.number;
            });
    co.resume();
    byte[] bytes = Snapshot.of(co).toBytes();
    byte[] forged = Forgery.replaced(bytes, written("change"), written("<init>"));
    SnapshotPolicy policy = policy(NAME + "$Constructed");
    assertEquals(3, Snapshot.read(bytes, policy).restore().resume());
    String said =
        assertThrows(SnapshotException.class, Snapshot.read(forged, policy)::restore).getMessage();
    assertTrue(said.contains("it is constructing an object"), said);
  }

  private static Constructed constructed() {
    Coroutine<Object, Object> co = Coroutine.create(first -> new Constructed(1));
    co.resume();
    return (Constructed) co.resume();
  }

  @Test
  void a_hash_that_is_none_is_refused_before_anybody_is_asked_for_its_code() {
    Snapshot taken = Snapshot.read(saved(), policy());
    String hash = taken.code().iterator().next().hash();
    for (String other : List.of("../".repeat(21) + "x", hash.substring(1) + "A")) {
      byte[] forged = Forgery.replaced(saved(), hash, other);
      String said =
          assertThrows(SnapshotException.class, () -> Snapshot.read(forged, policy())).getMessage();
      assertTrue(said.contains("it has no hash of a class"), said);
    }
  }

  @Test
  void bytes_of_something_else_are_refused() {
    List<byte[]> others = new ArrayList<>();
    others.add(new byte[0]);
    others.add(new byte[100]);
    others.add("a text of some length, and no snapshot".getBytes());
    for (byte[] other : others) {
      String said =
          assertThrows(SnapshotException.class, () -> Snapshot.read(other, policy())).getMessage();
      assertTrue(said.contains("these bytes are no snapshot"), said);
    }
    byte[] newer = saved();
    newer[5] = 2;
    String said =
        assertThrows(SnapshotException.class, () -> Snapshot.read(newer, policy())).getMessage();
    assertTrue(said.contains("format version 2, but this Respool reads 1"), said);
  }

  @Test
  void a_stream_is_read_to_the_end_of_the_snapshot() {
    byte[] bytes = saved();
    byte[] both = java.util.Arrays.copyOf(bytes, bytes.length + 1);
    ByteArrayInputStream in = new ByteArrayInputStream(both);
    Snapshot.read(in, policy());
    assertEquals(1, in.available());
  }
}
