package dev.respool.compiler.plan;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.objectweb.asm.Opcodes;

/**
 * Locals that many points of a method save, so that one piece of code restores them for all of
 * these points.
 *
 * @param locals their types by slot; none if that would not make the method smaller
 */
record Core(Map<Integer, Object> locals) {
  /** What it takes to restore a local, about. */
  private static final int RESTORE_BYTES = 9;

  /** What it takes to tell a point from others once more, about. */
  private static final int SWITCH_BYTES = 4;

  /**
   * Chooses the locals.
   *
   * @param points the locals that each point saves: types by slot
   */
  static Core of(List<Map<Integer, Object>> points) {
    Set<Map<Integer, Object>> sharing = new LinkedHashSet<>(points);
    int all = sharing.size();
    Map<Integer, Object> chosen = new TreeMap<>();
    Map<Integer, Object> best = Map.of();
    int bestGain = 0;
    for (Map.Entry<Integer, Object> local : byFrequency(sharing)) {
      sharing.removeIf(saved -> !local.getValue().equals(saved.get(local.getKey())));
      chosen.put(local.getKey(), local.getValue());
      int cost = sharing.size() == all ? 0 : SWITCH_BYTES * points.size();
      int gain = RESTORE_BYTES * chosen.size() * (sharing.size() - 1) - cost;
      if (gain > bestGain) {
        best = new TreeMap<>(chosen);
        bestGain = gain;
      }
    }
    return new Core(best);
  }

  private static List<Map.Entry<Integer, Object>> byFrequency(Set<Map<Integer, Object>> sets) {
    Map<Map.Entry<Integer, Object>, Integer> counts = new HashMap<>();
    for (Map<Integer, Object> saved : sets) {
      for (Map.Entry<Integer, Object> local : saved.entrySet()) {
        counts.put(local, counts.getOrDefault(local, 0) + 1);
      }
    }
    List<Map.Entry<Integer, Object>> locals = new ArrayList<>(counts.keySet());
    locals.sort(
        Comparator.comparing((Map.Entry<Integer, Object> local) -> -counts.get(local))
            .thenComparing(Map.Entry::getKey)
            .thenComparing(local -> local.getValue().toString()));
    return locals;
  }

  /** Those of the live locals that have a value, by slot. */
  static Map<Integer, Object> saved(List<Object> types, BitSet live) {
    Map<Integer, Object> saved = new TreeMap<>();
    for (int slot = live.nextSetBit(0); slot >= 0; slot = live.nextSetBit(slot + 1)) {
      if (slot < types.size() && types.get(slot) != Opcodes.TOP) {
        saved.put(slot, types.get(slot));
      }
    }
    return saved;
  }

  /** The same with the cells that they have at the points that save them all. */
  List<SavedValue> savedBy(List<SuspensionPoint> points) {
    for (SuspensionPoint point : points) {
      if (isIn(typesOf(point.locals()))) {
        return coreOf(point.locals());
      }
    }
    return List.of();
  }

  private static Map<Integer, Object> typesOf(List<SavedValue> saved) {
    Map<Integer, Object> types = new HashMap<>();
    for (SavedValue local : saved) {
      types.put(local.position(), local.type());
    }
    return types;
  }

  private List<SavedValue> coreOf(List<SavedValue> saved) {
    List<SavedValue> core = new ArrayList<>(saved);
    core.removeIf(local -> !locals.containsKey(local.position()));
    return List.copyOf(core);
  }

  /** Whether a point that saves the given locals is one of those. */
  boolean isIn(Map<Integer, Object> saved) {
    return saved.entrySet().containsAll(locals.entrySet());
  }
}
