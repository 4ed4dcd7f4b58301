package dev.respool.it.scenarios.saved;

import dev.respool.Coroutine;
import dev.respool.Suspendable;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
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

/** Collections of the JDK over which a loop may be suspended, and such a loop. */
public final class LoopedCollections {
  private LoopedCollections() {}

  /** Of each sort one, with the elements 1, 2 and 3. */
  public static List<Collection<Integer>> all() {
    List<Integer> three = List.of(1, 2, 3);
    Map<Integer, Integer> map = Map.of(1, 1, 2, 2, 3, 3);
    return List.of(
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
        new HashMap<>(map).values(),
        new LinkedHashMap<>(map).values(),
        new TreeMap<>(map).keySet(),
        new ConcurrentHashMap<>(map).values());
  }

  /** Yields how many there were before each element; only the loop holds the collection. */
  @Suspendable
  public static int sumOf(Iterable<Integer> numbers) {
    int sum = 0;
    int before = 0;
    for (int n : numbers) {
      numbers = null;
      Coroutine.yield(before++);
      sum += n;
    }
    return sum;
  }
}
