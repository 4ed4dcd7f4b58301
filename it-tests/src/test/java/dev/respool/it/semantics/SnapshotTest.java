package dev.respool.it.semantics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.respool.CloseableIterator;
import dev.respool.Coroutine;
import dev.respool.DoubleGenerator;
import dev.respool.Generator;
import dev.respool.IntGenerator;
import dev.respool.LongGenerator;
import dev.respool.Suspendable;
import dev.respool.Yielder;
import dev.respool.it.harness.TransformedTests;
import dev.respool.snapshot.Snapshot;
import dev.respool.snapshot.SnapshotPolicy;
import java.io.Serializable;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedList;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Coroutines that went through bytes go on as those that did not. */
@ExtendWith(TransformedTests.class)
class SnapshotTest {
  private static SnapshotPolicy policy() {
    return SnapshotPolicy.allowing(SnapshotTest.class.getName() + "*")
        .withClassLoader(SnapshotTest.class.getClassLoader());
  }

  private static <I, O> Coroutine<I, O> through(Coroutine<I, O> coroutine) {
    return Snapshot.read(Snapshot.of(coroutine).toBytes(), policy()).restore();
  }

  /** All that it yields, and its result, saved and restored between any two. */
  private static List<Object> drain(Coroutine<Object, Object> coroutine) {
    List<Object> out = new ArrayList<>();
    Coroutine<Object, Object> now = through(coroutine);
    while (!now.isDone()) {
      out.add(now.resume());
      now = through(now);
    }
    return out;
  }

  private static List<Object> plain(Coroutine<Object, Object> coroutine) {
    List<Object> out = new ArrayList<>();
    while (!coroutine.isDone()) {
      out.add(coroutine.resume());
    }
    return out;
  }

  private interface Body extends dev.respool.CoroutineBody<Object, Object>, Serializable {}

  private static void survives(Body body) {
    assertEquals(plain(Coroutine.create(body)), drain(Coroutine.create(body)));
  }

  private record Node(Node left, int key, Node right) implements Serializable {
    static Node balanced(int from, int to) {
      int middle = (from + to) >>> 1;
      return from > to
          ? null
          : new Node(balanced(from, middle - 1), middle, balanced(middle + 1, to));
    }

    @Suspendable
    static void walk(Node node) {
      if (node != null) {
        walk(node.left);
        Coroutine.yield(node.key);
        walk(node.right);
      }
    }
  }

  @Test
  void a_recursive_walk_goes_on_in_the_middle() {
    survives(
        first -> {
          Node.walk(Node.balanced(1, 40));
          return "end";
        });
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 10, 1000})
  void frames_at_any_depth_are_saved(int depth) {
    Coroutine<Object, Object> co = Coroutine.create(first -> descend(depth, 1, "s"));
    co.resume();
    Coroutine<Object, Object> copy = through(co);
    assertEquals(co.frames().size(), copy.frames().size());
    assertEquals(co.resume(1), copy.resume(1));
  }

  @Suspendable
  private static double descend(int depth, long l, String s) {
    double half = depth / 2.0;
    if (depth == 0) {
      return Coroutine.<Integer>yield("deep");
    }
    return half + l + s.length() + descend(depth - 1, l + 1, s);
  }

  private enum Color {
    RED,
    GREEN {
      @Override
      public String toString() {
        return "green";
      }
    }
  }

  @Test
  void locals_of_every_type_are_kept() {
    survives(first -> everyType(3));
  }

  @Suspendable
  private static Object everyType(int n) {
    boolean z = n > 0;
    byte b = (byte) -n;
    short s = (short) (n - 1000);
    char c = (char) (0xfff0 + n);
    int i = Integer.MIN_VALUE + n;
    long j = Long.MIN_VALUE + n;
    float f = -0.0f;
    double d = Double.NaN;
    Boolean boxedZ = !z;
    Byte boxedB = b;
    Character boxedC = 'c';
    Long boxedJ = j;
    String text = "text" + n;
    Color color = Color.GREEN;
    int[] ints = {1, 2};
    long[][] longs = {{1}, {2, 3}};
    Object[] objects = {text, 1, null};
    Node node = new Node(null, n, null);
    Object nothing = null;
    Coroutine.yield("first");
    b++;
    j--;
    ints[0]++;
    Coroutine.yield("second");
    return List.of(z, b, s, c, i, j, f, d, boxedZ, boxedB, boxedC, boxedJ, text, color)
        + Arrays.toString(ints)
        + Arrays.deepToString(longs)
        + Arrays.toString(objects)
        + node
        + nothing;
  }

  @Test
  void operands_in_the_middle_of_an_expression_are_kept() {
    survives(
        first -> {
          long l = 5;
          return l * 3 + "x".length() - (two(2.5) + l * two(1)) + "" + two(0.5f);
        });
  }

  @Suspendable
  private static double two(double value) {
    Coroutine.yield(value);
    return value * 2;
  }

  @Test
  void pending_finally_blocks_and_exceptions_in_flight_are_kept() {
    survives(
        first -> {
          StringBuilder log = new StringBuilder();
          try {
            guarded(log);
          } catch (IllegalStateException e) {
            Coroutine.yield("caught");
            log.append(e.getMessage()).append(e.getCause().getMessage());
          }
          return log.toString();
        });
  }

  @Suspendable
  private static void guarded(StringBuilder log) {
    try {
      try {
        Coroutine.yield("body");
        throw new IllegalStateException("thrown", new IllegalArgumentException("cause"));
      } finally {
        Coroutine.yield("inner");
        log.append("inner;");
      }
    } finally {
      Coroutine.yield("outer");
      log.append("outer;");
    }
  }

  @Test
  void closing_a_restored_coroutine_runs_its_finally_blocks() {
    Coroutine<Object, Object> co = Coroutine.create(first -> closed(new ArrayList<>()));
    co.resume();
    Coroutine<Object, Object> copy = through(co);
    @SuppressWarnings("unchecked")
    List<String> log = (List<String>) copy.frames().get(0).locals().get(0).value();
    copy.close();
    assertEquals(List.of("closed"), log);
    assertFalse(co.isDone());
  }

  @Suspendable
  private static Object closed(List<String> log) {
    try {
      Coroutine.yield();
    } finally {
      log.add("closed");
    }
    return null;
  }

  @Test
  void loops_over_collections_go_on_in_both() {
    List<Integer> three = List.of(1, 2, 3);
    Map<Integer, Integer> map = Map.of(1, 1, 2, 2, 3, 3);
    for (Collection<Integer> numbers :
        List.of(
            three,
            new ArrayList<>(three),
            new LinkedList<>(three),
            new ArrayDeque<>(three),
            new PriorityQueue<>(three),
            new TreeSet<>(three),
            new CopyOnWriteArrayList<>(three),
            Arrays.asList(1, 2, 3),
            Collections.unmodifiableList(new ArrayList<>(three)),
            Set.of(1, 2, 3),
            map.keySet(),
            map.values(),
            new HashMap<>(map).keySet(),
            new LinkedHashMap<>(map).values(),
            new TreeMap<>(map).keySet(),
            new ConcurrentHashMap<>(map).values())) {
      String kind = numbers.getClass().getName();
      Coroutine<Object, Object> co = Coroutine.create(first -> sumOf(numbers.iterator()));
      Coroutine<Object, Object> each = Coroutine.create(first -> sumOfEach(numbers));
      each.resume();
      each.resume();
      assertEquals(6, drain(each).get(1), kind);
      assertEquals(3, plain(each).size() + 1, kind);
      assertFalse(co.isDone());
    }
  }

  @Suspendable
  private static int sumOf(Iterator<Integer> numbers) {
    return numbers.hasNext() ? numbers.next() : 0;
  }

  @Suspendable
  private static int sumOfEach(Iterable<Integer> numbers) {
    int sum = 0;
    for (int n : numbers) {
      numbers = null;
      Coroutine.yield(n);
      sum += n;
    }
    return sum;
  }

  @Test
  void loops_over_entries_and_arrays_go_on() {
    survives(
        first -> entries(new HashMap<>(Map.of("a", 1, "b", 2)), new TreeMap<>(Map.of("c", 3))));
  }

  @Suspendable
  private static String entries(Map<String, Integer> hashed, Map<String, Integer> sorted) {
    String said = "";
    for (Map.Entry<String, Integer> entry : hashed.entrySet()) {
      for (Map.Entry<String, Integer> other : sorted.entrySet()) {
        for (int i : new int[] {1, 2}) {
          for (String s : new String[] {"x", "y"}) {
            Coroutine.yield(said.length());
            said += entry + "" + other + i + s;
          }
        }
      }
    }
    return said;
  }

  private interface Source<T> extends dev.respool.GeneratorBody<T>, Serializable {}

  @Test
  void generators_and_coroutines_in_locals_are_saved_with_it() {
    survives(
        first -> {
          String said = "";
          for (int n : Generator.of((Source<Integer>) g -> SnapshotTest.upTo(4, g))) {
            Coroutine.yield(n);
            said += n;
          }
          Iterator<Integer> run = Generator.of((Source<Integer>) g -> upTo(3, g)).iterator();
          Coroutine<Object, Object> inner = Coroutine.create((Body) x -> inner("i"));
          said += run.next();
          Coroutine.yield(inner.resume());
          said += run.hasNext();
          Coroutine.yield(inner.resume());
          return said + run.next() + run.hasNext() + inner.resume() + inner.status();
        });
  }

  @Suspendable
  private static void upTo(int n, Yielder<Integer> yielder) {
    for (int i = 0; i < n; i++) {
      yielder.yield(i);
    }
  }

  @Suspendable
  private static Object inner(String said) {
    String all = said;
    for (int i = 0; i < 2; i++) {
      all += Coroutine.<Object>yield(all + i);
    }
    return all;
  }

  @Test
  void a_run_of_a_generator_is_saved_between_two_elements() {
    CloseableIterator<Integer> run = Generator.<Integer>of(g -> upTo(5, g)).iterator();
    assertEquals(0, run.next());
    assertTrue(run.hasNext());
    byte[] bytes = Snapshot.of(run).toBytes();
    CloseableIterator<Integer> copy = Snapshot.read(bytes, policy()).restoreIterator();
    List<Integer> rest = new ArrayList<>();
    copy.forEachRemaining(rest::add);
    assertEquals(List.of(1, 2, 3, 4), rest);
    assertEquals(1, run.next());
  }

  @Test
  void runs_of_primitive_generators_are_saved_too() {
    var ints =
        IntGenerator.of(
                g -> {
                  g.yield(1);
                  g.yield(2);
                })
            .iterator();
    var longs =
        LongGenerator.of(
                g -> {
                  g.yield(3);
                  g.yield(4);
                })
            .iterator();
    var doubles =
        DoubleGenerator.of(
                g -> {
                  g.yield(5);
                  g.yield(6);
                })
            .iterator();
    ints.nextInt();
    longs.hasNext();
    doubles.nextDouble();
    assertEquals(
        2, Snapshot.read(Snapshot.of(ints).toBytes(), policy()).restoreIntIterator().nextInt());
    assertEquals(
        3, Snapshot.read(Snapshot.of(longs).toBytes(), policy()).restoreLongIterator().nextLong());
    assertEquals(
        6,
        Snapshot.read(Snapshot.of(doubles).toBytes(), policy())
            .restoreDoubleIterator()
            .nextDouble());
  }

  @Test
  void identity_is_kept_within_a_snapshot() {
    Coroutine<Object, Object> co = Coroutine.create(first -> shared(new ArrayList<>()));
    co.resume();
    Coroutine<Object, Object> copy = through(co);
    Object[] both = (Object[]) copy.resume();
    assertSame(both[0], both[1]);
    assertNotSame(both[0], ((Object[]) co.resume())[0]);
  }

  @Suspendable
  private static Object shared(List<Object> list) {
    return new Object[] {list, sharedBelow(list)};
  }

  @Suspendable
  private static Object sharedBelow(List<Object> list) {
    Coroutine.yield();
    list.add("x");
    return list;
  }

  @Test
  void a_coroutine_that_refers_to_itself_is_saved_once() {
    Coroutine<Object, Object> co = Coroutine.create(first -> itself(new Object[1]));
    co.resume();
    Coroutine<Object, Object> copy = through(co);
    assertSame(copy, copy.resume());
    assertSame(co, co.resume());
  }

  @Suspendable
  private static Object itself(Object[] cell) {
    cell[0] = Coroutine.running();
    Coroutine.yield();
    return cell[0];
  }

  @Test
  void new_and_dead_coroutines_keep_their_status() {
    Body body = first -> "done " + first;
    Coroutine<Object, Object> co = Coroutine.create(body);
    assertEquals("done a", through(co).resume("a"));
    assertEquals("done b", co.resume("b"));
    assertEquals(Coroutine.Status.DEAD, through(co).status());
  }

  @Test
  void one_that_runs_cannot_be_saved() {
    Coroutine<Object, Object> co =
        Coroutine.create(first -> Snapshot.of(Coroutine.running()).toString());
    assertEquals(
        "cannot save non-suspended coroutine",
        assertThrows(IllegalStateException.class, co::resume).getMessage());
  }

  @Test
  void a_snapshot_restores_any_number_of_times() {
    Coroutine<Object, Object> co = Coroutine.create(first -> descend(3, 1, "s"));
    co.resume();
    Snapshot snapshot = Snapshot.of(co);
    Object expected = co.resume(2);
    for (int i = 0; i < 3; i++) {
      assertEquals(expected, snapshot.restore().resume(2));
    }
  }

  @Test
  void it_can_be_looked_into_where_the_classes_are_absent() throws Exception {
    Coroutine<Object, Object> co = Coroutine.create(first -> everyType(3));
    co.resume();
    byte[] bytes = Snapshot.of(co).toBytes();
    ClassLoader nothing = ClassLoader.getPlatformClassLoader();
    Snapshot read = Snapshot.read(bytes, SnapshotPolicy.standard().withClassLoader(nothing));
    assertEquals(co.frames().size(), read.frames().size());
    assertEquals(co.frames().get(0).line(), read.frames().get(0).line());
    String text = read.toString();
    assertTrue(text.contains("everyType(SnapshotTest.java:"), text);
    assertTrue(text.contains("text=text3"), text);
    assertTrue(text.contains("node=dev.respool.it.semantics.SnapshotTest$Node"), text);
    assertTrue(text.contains("z=true"), text);
    assertEquals(
        List.of(SnapshotTest.class.getName()),
        read.code().stream().map(version -> version.className()).toList());
    long node =
        read.sizes().entrySet().stream()
            .filter(size -> size.getKey().endsWith(") node"))
            .mapToLong(Map.Entry::getValue)
            .sum();
    assertTrue(node > 20, () -> read.sizes().toString());
    assertTrue(TimeUnit.DAYS.toMillis(1) > node);
  }
}
