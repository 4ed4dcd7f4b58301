package dev.respool.compiler.suspendable;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Questions about methods that lead to each other, in circles too: each is answered once. Where one
 * comes back to itself the answer there is no, and the others in the circle decide.
 */
final class OpenQuestions {
  private final Map<MethodKey, Boolean> decided = new HashMap<>();
  private final Set<MethodKey> open = new HashSet<>();
  private int cutCycles;

  /** The answer about a method, by asking {@code decide} if it is not known. */
  boolean answer(MethodKey method, Predicate<MethodKey> decide) {
    Boolean known = decided.get(method);
    if (known != null) {
      return known;
    }
    if (!open.add(method)) {
      cutCycles++;
      return false;
    }
    int before = cutCycles;
    boolean result = decide.test(method);
    open.remove(method);
    if (result || cutCycles == before || open.isEmpty()) { // else it may depend on who asked
      decided.put(method, result);
    }
    return result;
  }
}
