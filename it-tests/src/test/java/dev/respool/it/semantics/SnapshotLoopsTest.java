package dev.respool.it.semantics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.respool.Coroutine;
import dev.respool.Suspendable;
import dev.respool.it.harness.TransformedTests;
import dev.respool.snapshot.Obstacle;
import dev.respool.snapshot.Snapshot;
import dev.respool.snapshot.SnapshotException;
import java.util.AbstractCollection;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.ConcurrentModificationException;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The iterators of for-each loops in coroutines that are saved or forked. */
@ExtendWith(TransformedTests.class)
class SnapshotLoopsTest {
  private static Iterable<Integer> once;

  /** Makes elements when it is asked for them; fails for one of them the first time. */
  private static final class Made extends AbstractList<Integer> {
    private int asked;
    private boolean hasFailed;

    @Override
    public Integer get(int index) {
      asked++;
      if (index == 5 && !hasFailed) {
        hasFailed = true;
        throw new IllegalStateException("five");
      }
      return index;
    }

    @Override
    public int size() {
      return 8;
    }
  }

  private static final class Endless extends AbstractCollection<Integer> {
    @Override
    public Iterator<Integer> iterator() {
      return IntStream.iterate(0, i -> i + 1).iterator();
    }

    @Override
    public int size() {
      return Integer.MAX_VALUE;
    }
  }

  @Suspendable
  private static Object each(Iterable<Integer> numbers) {
    String own = "";
    for (int n : numbers) {
      numbers = null;
      Coroutine.yield(n);
      own += n;
    }
    return own;
  }

  private static Coroutine<Object, Object> looping(Collection<Integer> numbers) {
    Coroutine<Object, Object> co = Coroutine.create(first -> each(numbers));
    co.resume();
    return co;
  }

  private static Object finish(Coroutine<Object, Object> co) {
    Object last = null;
    while (!co.isDone()) {
      last = co.resume();
    }
    return last;
  }

  private static Obstacle refusedToSave(Coroutine<Object, Object> co) {
    List<Obstacle> obstacles =
        assertThrows(SnapshotException.class, () -> Snapshot.of(co)).obstacles();
    assertEquals(1, obstacles.size(), obstacles.toString());
    return obstacles.get(0);
  }

  private static String refusedToFork(Coroutine<Object, Object> co) {
    return assertThrows(IllegalStateException.class, co::fork).getMessage();
  }

  @Test
  void one_without_an_end_that_a_view_hides_is_refused_and_goes_on() {
    Coroutine<Object, Object> co = looping(Collections.unmodifiableCollection(new Endless()));
    for (int i = 0; i < 2; i++) {
      Obstacle obstacle = refusedToSave(co);
      assertTrue(obstacle.where().contains("SnapshotLoopsTest.each("), obstacle.where());
      assertTrue(obstacle.className().contains("UnmodifiableCollection"), obstacle.className());
      assertTrue(obstacle.why().contains("or it has no end"), obstacle.why());
    }
    String said = refusedToFork(co);
    assertTrue(said.contains("SnapshotLoopsTest.each(SnapshotLoopsTest.java:"), said);
    assertTrue(said.contains("or it has no end"), said);
    for (int i = 1; i < 5; i++) {
      assertEquals(i, co.resume());
    }
  }

  @Test
  void one_that_fails_loses_no_element() {
    Coroutine<Object, Object> co = looping(Collections.unmodifiableList(new Made()));
    Obstacle obstacle = refusedToSave(co);
    assertTrue(obstacle.why().contains("it failed"), obstacle.why());
    assertTrue(obstacle.why().endsWith("IllegalStateException: five"), obstacle.why());
    Coroutine<Object, Object> restored = Snapshot.of(co).restore();
    assertEquals("01234567", finish(restored));
    assertEquals("01234567", finish(co));
  }

  @Test
  void nor_does_one_that_fails_while_it_is_forked() {
    Coroutine<Object, Object> co = looping(Collections.unmodifiableList(new Made()));
    String said = refusedToFork(co);
    assertTrue(said.contains("IllegalStateException: five"), said);
    Coroutine<Object, Object> copy = co.fork();
    assertEquals("01234567", finish(copy));
    assertEquals("01234567", finish(co));
  }

  @Test
  void one_whose_collection_has_changed_fails_as_it_would_without() {
    List<Integer> numbers = new ArrayList<>(List.of(1, 2, 3));
    Coroutine<Object, Object> co = looping(numbers);
    numbers.add(4);
    Obstacle obstacle = refusedToSave(co);
    assertTrue(obstacle.where().contains("SnapshotLoopsTest.each("), obstacle.where());
    assertTrue(obstacle.why().contains("ConcurrentModificationException"), obstacle.why());
    assertThrows(ConcurrentModificationException.class, co::resume);
  }

  @Test
  void one_that_makes_its_elements_is_not_asked() {
    Made made = new Made();
    Coroutine<Object, Object> co = looping(made);
    refusedToSave(co);
    String said = refusedToFork(co);
    assertTrue(said.contains("which cannot be copied: iterate over a collection"), said);
    assertEquals(1, made.asked);
    refusedToSave(looping(Collections.nCopies(Integer.MAX_VALUE, 1)));
    refusedToFork(looping(Collections.nCopies(Integer.MAX_VALUE, 1)));
  }

  @Test
  void keys_and_values_of_immutable_maps_go_on() {
    for (Collection<Integer> numbers :
        List.of(Map.of(7, 8).keySet(), Map.of(8, 7).values(), Collections.singletonList(7))) {
      Coroutine<Object, Object> co = looping(numbers);
      assertEquals("7", finish(co.fork()));
      assertEquals("7", finish(Snapshot.of(co).restore()));
    }
  }

  @Test
  void one_that_the_program_has_too_stays_as_it_is() {
    Coroutine<Object, Object> co = Coroutine.create(first -> known());
    co.resume();
    assertThrows(SnapshotException.class, () -> Snapshot.of(co));
    Coroutine<Object, Object> copy = co.fork();
    assertEquals(2, co.resume());
    assertEquals(3, copy.resume());
    assertEquals("2false", co.resume());
    assertEquals("3false", copy.resume());
  }

  @Suspendable
  private static Object known() {
    Iterator<Integer> numbers = List.of(1, 2, 3).iterator();
    int last = 0;
    for (int n : (Iterable<Integer>) () -> numbers) {
      Coroutine.yield(n);
      last = n;
    }
    return last + "" + numbers.hasNext();
  }

  @Test
  void one_that_two_loops_have_stays_one() {
    Iterator<Integer> numbers = List.of(1, 2, 3, 4).iterator();
    once = () -> numbers;
    Coroutine<Object, Object> co = Coroutine.create(first -> outerLoop());
    assertEquals(2, co.resume());
    Obstacle obstacle = refusedToSave(co);
    assertTrue(obstacle.why().contains("two frames go through the same iterator"), obstacle.why());
    Coroutine<Object, Object> copy = co.fork();
    assertEquals("1234", co.resume());
    assertEquals("1234", copy.resume());
  }

  @Suspendable
  private static Object outerLoop() {
    String own = "";
    boolean isFirst = true;
    for (int n : once) {
      own += n;
      own += isFirst ? innerLoop() : "";
      isFirst = false;
    }
    return own;
  }

  @Suspendable
  private static String innerLoop() {
    for (int n : once) {
      Coroutine.yield(n);
      if (n > 0) {
        return "" + n;
      }
    }
    return "";
  }
}
