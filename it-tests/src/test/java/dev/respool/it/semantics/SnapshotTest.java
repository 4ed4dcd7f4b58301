package dev.respool.it.semantics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.respool.CloseableIterator;
import dev.respool.Coroutine;
import dev.respool.CoroutineBody;
import dev.respool.DoubleGenerator;
import dev.respool.Generator;
import dev.respool.IntGenerator;
import dev.respool.LongGenerator;
import dev.respool.Suspendable;
import dev.respool.it.harness.TransformedTests;
import dev.respool.it.scenarios.saved.HeldRuns;
import dev.respool.it.scenarios.saved.HeldValues;
import dev.respool.it.scenarios.saved.LoopedCollections;
import dev.respool.it.scenarios.saved.Recursions;
import dev.respool.it.scenarios.saved.SavedProgram;
import dev.respool.snapshot.Snapshot;
import dev.respool.snapshot.SnapshotException;
import dev.respool.snapshot.SnapshotPolicy;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Coroutines that went through bytes go on as those that did not. */
@ExtendWith(TransformedTests.class)
class SnapshotTest {
  private static final String NAME = SnapshotTest.class.getName();

  private static SnapshotPolicy policy() {
    return SnapshotPolicy.allowing("dev.respool.it.scenarios.saved.*")
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

  /** The parameters of tests belong to the other loader, so programs go by their names. */
  static List<String> programs() {
    return Stream.of(SavedProgram.values()).map(Enum::name).toList();
  }

  @ParameterizedTest
  @MethodSource("programs")
  void a_program_that_went_through_bytes_at_each_suspension_goes_on(String name) {
    SavedProgram program = SavedProgram.valueOf(name);
    List<Object> expected = plain(Coroutine.create(program));
    assertEquals(expected, drain(Coroutine.create(program)));
    assertTrue(expected.size() > 1, expected::toString);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 10, 1000})
  void frames_at_any_depth_are_saved(int depth) {
    Coroutine<Object, Object> co = Coroutine.create(first -> Recursions.descend(depth, 1, "s"));
    co.resume();
    Coroutine<Object, Object> copy = through(co);
    assertEquals(co.frames().size(), copy.frames().size());
    assertEquals(co.resume(1), copy.resume(1));
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
    for (Collection<Integer> numbers : LoopedCollections.all()) {
      String kind = numbers.getClass().getName();
      Coroutine<Object, Object> each = Coroutine.create(first -> LoopedCollections.sumOf(numbers));
      each.resume();
      each.resume();
      assertEquals(List.of(2, 6), drain(each), kind);
      assertEquals(List.of(2, 6), plain(each), kind);
    }
  }

  @Test
  void a_run_of_a_generator_is_saved_between_two_elements() {
    CloseableIterator<Integer> run = Generator.<Integer>of(g -> HeldRuns.upTo(5, g)).iterator();
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
  void a_run_is_saved_under_a_policy() {
    Object outside = new Object();
    CloseableIterator<Object> run =
        Generator.<Object>of(
                g -> {
                  g.yield(1);
                  g.yield(outside);
                })
            .iterator();
    run.next();
    SnapshotPolicy named = policy().withExternals(Map.of("outside", outside));
    byte[] bytes = Snapshot.of(run, named).toBytes();
    assertSame(outside, Snapshot.read(bytes, named).restoreIterator().next());
    SnapshotPolicy small = policy().withMaxBytes(1);
    refusesSize(() -> Snapshot.of(run, small.withExternals(Map.of("outside", outside))));
    var ints = IntGenerator.of(g -> g.yield(1)).iterator();
    assertTrue(ints.hasNext());
    refusesSize(() -> Snapshot.of(ints, small));
    var longs = LongGenerator.of(g -> g.yield(1)).iterator();
    assertTrue(longs.hasNext());
    refusesSize(() -> Snapshot.of(longs, small));
    var doubles = DoubleGenerator.of(g -> g.yield(1)).iterator();
    assertTrue(doubles.hasNext());
    refusesSize(() -> Snapshot.of(doubles, small));
  }

  private static void refusesSize(Executable saving) {
    String said = assertThrows(SnapshotException.class, saving).getMessage();
    assertTrue(said.contains("withMaxBytes"), said);
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

  private record Done() implements CoroutineBody<Object, Object>, Serializable {
    @Override
    @Suspendable
    public Object run(Object first) {
      return "done " + first;
    }
  }

  @Test
  void new_and_dead_coroutines_keep_their_status() {
    Coroutine<Object, Object> co = Coroutine.create(new Done());
    Snapshot read = Snapshot.read(Snapshot.of(co).toBytes(), policy().alsoAllowing(NAME + "$Done"));
    assertEquals("done a", read.restore().resume("a"));
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
    Coroutine<Object, Object> co = Coroutine.create(first -> Recursions.descend(3, 1, "s"));
    co.resume();
    Snapshot snapshot = Snapshot.of(co);
    Object expected = co.resume(2);
    for (int i = 0; i < 3; i++) {
      assertEquals(expected, snapshot.restore().resume(2));
    }
  }

  @Test
  void it_can_be_looked_into_where_the_classes_are_absent() throws Exception {
    Coroutine<Object, Object> co = Coroutine.create(first -> HeldValues.everyType(3));
    co.resume();
    byte[] bytes = Snapshot.of(co).toBytes();
    ClassLoader nothing = ClassLoader.getPlatformClassLoader();
    Snapshot read = Snapshot.read(bytes, SnapshotPolicy.standard().withClassLoader(nothing));
    assertEquals(co.frames().size(), read.frames().size());
    assertEquals(co.frames().get(0).line(), read.frames().get(0).line());
    String text = read.toString();
    assertTrue(text.contains("everyType(HeldValues.java:"), text);
    assertTrue(text.contains("text=text3"), text);
    assertTrue(text.contains("point=" + HeldValues.class.getName() + "$Point"), text);
    assertTrue(text.contains("z=true"), text);
    assertEquals(
        Set.of(NAME, HeldValues.class.getName()),
        read.code().stream().map(version -> version.className()).collect(Collectors.toSet()));
    long point =
        read.sizes().entrySet().stream()
            .filter(size -> size.getKey().endsWith(") point"))
            .mapToLong(Map.Entry::getValue)
            .sum();
    assertTrue(point > 20, () -> read.sizes().toString());
    assertTrue(TimeUnit.DAYS.toMillis(1) > point);
  }
}
