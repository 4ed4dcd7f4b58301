package dev.respool.compiler.suspendable;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;

/**
 * Questions about methods that lead to each other, in circles too: each is answered once. Where one
 * comes back to itself the answer there is no, and the others in the circle decide.
 *
 * <p>A yes never depends on such a no. A no may: it holds if the question that was still open ends
 * with no, too, and is forgotten if that ends with yes. Which no depends on which question is found
 * as in Tarjan's algorithm for strongly connected components (SIAM J. Comput. 1, 1972). To decide
 * such a no anew each time would take exponential time where many circles meet.
 */
abstract class OpenQuestions {
  private final Map<MethodKey, Boolean> decided = new HashMap<>();

  /** The questions that are open or have a no that may be forgotten, in the order of asking. */
  private final Deque<MethodKey> undecided = new ArrayDeque<>();

  /** Where they stand in that order. */
  private final Map<MethodKey, Integer> places = new HashMap<>();

  /** The first of them on which the question depends that is being decided. */
  private int first;

  /** Decides about a method; may ask about others meanwhile. More yes never makes it a no. */
  abstract boolean decide(MethodKey method);

  /** The answer about a method, decided if it is not known. */
  final boolean answer(MethodKey method) {
    Boolean known = decided.get(method);
    if (known != null) {
      return known;
    }
    Integer place = places.get(method);
    if (place != null) {
      first = Math.min(first, place);
      return false;
    }
    return ask(method);
  }

  private boolean ask(MethodKey method) {
    int asker = first;
    int place = undecided.size();
    places.put(method, place);
    undecided.push(method);
    first = place;
    boolean result = decide(method);
    if (result) {
      close(method, false);
      decided.put(method, true);
      first = asker;
    } else if (first == place) {
      close(method, true);
      first = asker;
    } else {
      first = Math.min(first, asker);
    }
    return result;
  }

  /** Ends a question and those that depend on it: their no holds, or is forgotten. */
  private void close(MethodKey method, boolean holds) {
    MethodKey last;
    do {
      last = undecided.pop();
      places.remove(last);
      if (holds) {
        decided.put(last, false);
      }
    } while (!last.equals(method));
  }
}
