package dev.respool.it.targets;

import java.util.ArrayList;
import java.util.List;

/** A generic static nested class with generic methods and bounded types. */
public final class GenericClass {
  private GenericClass() {}

  private static final class Stack<T extends Comparable<T>> {
    private final List<T> items = new ArrayList<>();

    <S extends T> Stack<T> push(S item) {
      items.add(Probe.ref(item));
      return this;
    }

    T pop() {
      return items.remove(Probe.i(items.size() - 1));
    }

    T max() {
      T best = items.get(0);
      for (T item : items) {
        best = Probe.i(item.compareTo(best)) > 0 ? item : best;
      }
      return best;
    }
  }

  public static Object run() {
    Stack<String> stack = new Stack<String>().push("b").push(Probe.ref("c")).push("a");
    return stack.max() + stack.pop() + stack.<String>push("z").max();
  }
}
