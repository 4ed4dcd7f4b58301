package dev.respool.compiler.plan;

import dev.respool.compiler.suspendable.MethodKey;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * A small number for each transformed method of a class, by which the runtime finds out whether the
 * method is awake. No other transformed method of the class has it, and those of other classes
 * rarely. It is the same each time that the class is compiled.
 */
final class MethodSlots {
  private final Map<MethodKey, Integer> slots = new HashMap<>();
  private final Set<Integer> taken = new HashSet<>();

  int of(MethodKey method) {
    return slots.computeIfAbsent(method, this::free);
  }

  private int free(MethodKey method) {
    int slot = hash(method.owner() + "." + method.name() + method.descriptor()) & Entry.SLOTS - 1;
    while (!taken.add(slot)) {
      slot = slot + 1 & Entry.SLOTS - 1;
    }
    return slot;
  }

  private static int hash(String text) {
    int hash = 0x811c9dc5; // FNV-1a
    for (int i = 0; i < text.length(); i++) {
      hash = (hash ^ text.charAt(i)) * 0x01000193;
    }
    return hash ^ hash >>> 15;
  }
}
