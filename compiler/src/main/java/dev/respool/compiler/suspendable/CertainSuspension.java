package dev.respool.compiler.suspendable;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.objectweb.asm.Opcodes;

/**
 * Tells calls that lead to a suspending method of the runtime, by code that can be seen. A
 * suspendable method need not: it may have its mark for the sake of those that override it, or for
 * a function that it calls.
 *
 * <p>A method that asks {@code Coroutine.isYieldable()}, or catches {@code
 * NotSuspendableException}, is prepared for a caller that cannot be captured. It does not count.
 */
public final class CertainSuspension {
  /** What a yield throws that cannot suspend. */
  public static final String REFUSAL = "dev/respool/NotSuspendableException";

  private final ClassHierarchy classes;
  private final Suspendability suspendability;
  private final Map<MethodKey, Boolean> known = new HashMap<>();

  /**
   * For one compilation.
   *
   * @param classes the classes
   * @param suspendability who can suspend among them
   */
  public CertainSuspension(ClassHierarchy classes, Suspendability suspendability) {
    this.classes = classes;
    this.suspendability = suspendability;
  }

  /**
   * Whether the method that a call resolves to leads there.
   *
   * @param call the method as the call names it
   * @return false if that depends on what is not seen
   */
  public boolean isBehind(MethodKey call) {
    Boolean answer = known.get(call);
    return answer != null ? answer : new Search().from(call);
  }

  /** A method on the path of a search. */
  private static final class Step {
    final MethodKey method;
    final Iterator<MethodKey> calls;
    final int number;

    /** The least number of an undecided method that calls from here were found to reach. */
    int low;

    Step(MethodKey method, Iterator<MethodKey> calls, int number) {
      this.method = method;
      this.calls = calls;
      this.number = number;
      this.low = number;
    }
  }

  /**
   * A walk along the calls, depth first, each method once: a program has too many paths to try them
   * all. Success answers for the methods on the path. A method that the walk leaves without, and
   * the circles of calls that it is part of, do not lead there (Tarjan's strongly connected
   * components, SIAM J. Comput. 1, 1972).
   */
  private final class Search {
    private final Map<MethodKey, Integer> met = new HashMap<>();
    private final Deque<MethodKey> undecided = new ArrayDeque<>();
    private final Deque<Step> path = new ArrayDeque<>();

    boolean from(MethodKey start) {
      boolean arrived = enter(start);
      while (!arrived && !path.isEmpty()) {
        if (path.peek().calls.hasNext()) {
          arrived = enter(path.peek().calls.next());
        } else {
          leave(path.pop());
        }
      }
      path.forEach(step -> known.put(step.method, true));
      return arrived;
    }

    /** Whether a method leads there for certain, or is a suspending one itself. */
    private boolean enter(MethodKey call) {
      Boolean answer = known.get(call);
      if (answer != null) {
        return answer;
      }
      Integer number = met.get(call);
      if (number != null) {
        path.peek().low = Math.min(path.peek().low, number);
        return false;
      }
      MethodFacts method =
          suspendability.isSuspendable(call) ? classes.resolve(call).orElse(null) : null;
      List<MethodKey> calls = method == null ? List.of() : calls(method);
      path.push(new Step(call, calls.iterator(), met.size()));
      met.put(call, met.size());
      undecided.push(call);
      return method != null && isOfRuntime(method) && suspendsItself(method);
    }

    private void leave(Step left) {
      if (left.low < left.number) {
        path.peek().low = Math.min(path.peek().low, left.low);
        return;
      }
      MethodKey last;
      do {
        last = undecided.pop();
        known.put(last, false);
      } while (!last.equals(left.method));
    }
  }

  private static boolean isOfRuntime(MethodFacts method) {
    return RuntimePackages.contain(method.key().owner());
  }

  /** The bodies of coroutines and tasks are interfaces of the runtime, too; programs write them. */
  private static boolean suspendsItself(MethodFacts method) {
    return !method.is(Opcodes.ACC_ABSTRACT) || method.key().name().equals("yield");
  }

  private static List<MethodKey> calls(MethodFacts method) {
    return isOfRuntime(method) || method.toleratesRefusal() ? List.of() : method.calls();
  }

  /**
   * The chain of calls.
   *
   * @param start a method for which {@link #isBehind} holds
   * @return the methods as they were written, {@code start} first
   */
  public List<MethodKey> path(MethodKey start) {
    List<MethodKey> path = new ArrayList<>();
    Set<MethodKey> seen = new HashSet<>();
    Optional<MethodKey> step = Optional.of(start);
    while (step.isPresent() && seen.add(step.get())) {
      if (!WrittenCalls.isAdapter(step.get().name())) {
        path.add(step.get());
      }
      step = classes.resolve(step.get()).flatMap(this::next);
    }
    return path;
  }

  private Optional<MethodKey> next(MethodFacts method) {
    return calls(method).stream().filter(this::isBehind).findFirst();
  }
}
