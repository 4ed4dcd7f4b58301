package dev.respool.it.scenarios.saved;

import dev.respool.Coroutine;
import dev.respool.Suspendable;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.LinkedList;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;

/** Loops over collections, and collections in locals. */
final class HeldLoops {
  private HeldLoops() {}

  /** Over each sort of collection, one after the other. */
  @Suspendable
  static Object collections() {
    int sums = 0;
    int sorts = LoopedCollections.all().size();
    for (int i = 0; i < sorts; i++) {
      sums = sums * 7 + LoopedCollections.sumOf(LoopedCollections.all().get(i));
    }
    return sums;
  }

  /** Over entries of several maps and over arrays, within one another. */
  @Suspendable
  static Object entries() {
    Map<String, Integer> hashed = new HashMap<>(Map.of("a", 1, "b", 2));
    Map<String, Integer> sorted = new TreeMap<>(Map.of("c", 3));
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

  /** Over the entries of each sort of map. */
  @Suspendable
  static Object entriesOfAll() {
    int sum = 0;
    for (int i = 0; i < maps().size(); i++) {
      for (Map.Entry<String, Integer> entry : maps().get(i).entrySet()) {
        Coroutine.yield(i);
        sum += entry.getKey().length() + entry.getValue();
      }
    }
    return sum;
  }

  private static List<Map<String, Integer>> maps() {
    Map<String, Integer> map = Map.of("a", 1, "bb", 2, "ccc", 3);
    return List.of(
        map,
        Map.of("one", 1),
        new HashMap<>(map),
        new LinkedHashMap<>(map),
        new TreeMap<>(map),
        new ConcurrentHashMap<>(map),
        Collections.unmodifiableMap(new TreeMap<>(map)));
  }

  /** The maps themselves are in a local. */
  @Suspendable
  static Object heldMaps() {
    List<Map<String, Integer>> all = new ArrayList<>(maps());
    Map<HeldValues.Color, String> colors = new EnumMap<>(HeldValues.Color.class);
    colors.put(HeldValues.Color.GREEN, "g");
    Coroutine.yield(all.size());
    String said = "";
    for (int i = 0; i < all.size(); i++) {
      said += new TreeMap<>(all.get(i)) + "" + all.get(i).get("bb");
    }
    return said + colors;
  }

  /** The collections themselves are in a local. */
  @Suspendable
  static Object heldCollections() {
    List<Integer> three = List.of(3, 1, 2);
    Set<Integer> descending = new TreeSet<>(Comparator.reverseOrder());
    descending.addAll(three);
    Set<HeldValues.Color> colors = EnumSet.allOf(HeldValues.Color.class);
    Collection<?>[] all = {
      three,
      List.of(),
      List.of(1),
      Set.of(5),
      new ArrayList<>(three),
      new LinkedList<>(three),
      new ArrayDeque<>(three),
      new ConcurrentLinkedQueue<>(three),
      new LinkedHashSet<>(three),
      new HashSet<>(three),
      new CopyOnWriteArrayList<>(three),
      Arrays.asList(3, 1, 2),
      Collections.unmodifiableList(new ArrayList<>(three)),
      Collections.nCopies(2, "n"),
      descending
    };
    Set<Integer> immutable = Set.of(1, 2, 3);
    PriorityQueue<Integer> queue = new PriorityQueue<>(three);
    Coroutine.yield(all.length);
    return Arrays.toString(all)
        + colors
        + new TreeSet<>(immutable)
        + immutable.contains(2)
        + queue.remove()
        + queue.remove();
  }
}
