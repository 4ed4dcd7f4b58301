package dev.respool.compiler.suspendable;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * Questions about methods that lead to each other, in circles too: each is answered once. Where one
 * comes back to itself the answer there is no, and the others in the circle decide.
 */
abstract class OpenQuestions {
  private final Map<MethodKey, Boolean> decided = new HashMap<>();
  private final Set<MethodKey> open = new HashSet<>();
  private int cutCycles;

  /** Decides about a method; may ask about others meanwhile. */
  abstract boolean decide(MethodKey method);

  /** The answer about a method, decided if it is not known. */
  final boolean answer(MethodKey method) {
    Boolean known = decided.get(method);
    if (known != null) {
      return known;
    }
    if (!open.add(method)) {
      cutCycles++;
      return false;
    }
    int before = cutCycles;
    boolean result = decide(method);
    open.remove(method);
    if (result || cutCycles == before || open.isEmpty()) { // else it may depend on who asked
      decided.put(method, result);
    }
    return result;
  }
}
