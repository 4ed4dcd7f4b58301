package dev.respool.abi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.AbstractList;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedList;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Properties;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class HiddenIteratorTest {
  private static final List<Integer> THREE = List.of(1, 2, 3);

  private static List<Object> drained(Iterator<?> iterator) {
    assertTrue(HiddenIterator.canBeDrained(iterator), () -> iterator.getClass().getName());
    Drained drained = Drained.of(iterator);
    assertNull(drained.refusal());
    List<Object> live = new ArrayList<>();
    drained.live().forEachRemaining(live::add);
    assertEquals(drained.elements(), live);
    return live;
  }

  @Test
  void collections_that_hold_their_elements_have_such() {
    List<Collection<Integer>> all =
        List.of(
            new ArrayList<>(THREE).subList(0, 3),
            new PriorityQueue<>(THREE),
            new TreeMap<>(Map.of(1, 1, 2, 2, 3, 3)).headMap(4).keySet(),
            new ConcurrentSkipListMap<>(Map.of(1, 1, 2, 2, 3, 3)).tailMap(1).values(),
            new ConcurrentLinkedQueue<>(THREE),
            Collections.checkedList(new ArrayList<>(THREE), Integer.class),
            Collections.unmodifiableMap(new HashMap<>(Map.of(1, 1, 2, 2, 3, 3))).keySet());
    all.forEach(each -> assertEquals(new ArrayList<>(each), drained(each.iterator())));
    assertEquals(0, drained(Collections.newSetFromMap(new HashMap<>()).iterator()).size());
    assertEquals(0, drained(EnumSet.noneOf(TimeUnit.class).iterator()).size());
    assertEquals(0, drained(new Properties().keySet().iterator()).size());
    assertEquals(0, drained(Collections.emptyList().iterator()).size());
  }

  @Test
  void those_that_may_make_elements_have_not() {
    List<Integer> made =
        new AbstractList<>() {
          @Override
          public Integer get(int index) {
            throw new AssertionError("nobody asks");
          }

          @Override
          public int size() {
            return 3;
          }
        };
    for (Iterator<?> iterator :
        List.of(
            made.iterator(),
            made.subList(1, 2).listIterator(),
            Collections.nCopies(3, 1).iterator(),
            new LinkedList<>(THREE).subList(0, 1).iterator(),
            Arrays.asList(1, 2).subList(0, 1).iterator(),
            Stream.of(1, 2).iterator())) {
      assertFalse(HiddenIterator.canBeDrained(iterator), () -> iterator.getClass().getName());
    }
  }

  @Test
  void nothing_is_lost_if_it_fails() {
    List<Integer> numbers = new ArrayList<>(THREE);
    Iterator<Integer> iterator = numbers.iterator();
    iterator.next();
    Iterator<Integer> failing = new Failing(iterator);
    Drained drained = Drained.of(failing);
    assertEquals(failing, drained.old());
    assertTrue(drained.refusal().endsWith("IllegalStateException: once"), drained.refusal());
    assertEquals(List.of(2, 3), drained(drained.live()));
  }

  /** Fails once, before its second element. */
  private static final class Failing implements Iterator<Integer> {
    private final Iterator<Integer> elements;
    private int asked;

    Failing(Iterator<Integer> elements) {
      this.elements = elements;
    }

    @Override
    public boolean hasNext() {
      return elements.hasNext();
    }

    @Override
    public Integer next() {
      if (++asked == 2) {
        throw new IllegalStateException("once");
      }
      return elements.next();
    }
  }
}
