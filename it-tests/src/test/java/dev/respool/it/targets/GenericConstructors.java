package dev.respool.it.targets;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;

/** Constructors with type parameters, of generic classes and of subclasses of the JDK's. */
public final class GenericConstructors {
  private GenericConstructors() {}

  private static class Sorted<E extends Comparable<E>> implements Iterable<E> {
    final List<E> elements = new ArrayList<>();
    private final Comparator<? super E> order;

    @SafeVarargs
    <C extends Comparator<? super E>> Sorted(C order, E... elements) {
      this.order = order;
      for (E element : elements) {
        add(Probe.ref(element));
      }
    }

    Sorted(Iterable<? extends E> others) {
      this(Comparator.naturalOrder());
      for (E other : others) {
        add(other);
        Probe.hit("added " + other);
      }
    }

    private void add(E element) {
      int at = 0;
      while (at < elements.size() && order.compare(elements.get(at), element) < 0) {
        at += Probe.i(1);
      }
      elements.add(at, element);
    }

    @Override
    public Iterator<E> iterator() {
      return elements.iterator();
    }
  }

  private static final class Numbers extends Sorted<Integer> {
    private final int count;

    Numbers(int... numbers) {
      super(Comparator.reverseOrder(), boxed(numbers));
      count = Probe.i(numbers.length);
    }

    private static Integer[] boxed(int... numbers) {
      Integer[] boxed = new Integer[numbers.length];
      for (int i = 0; i < numbers.length; i++) {
        boxed[i] = numbers[i];
      }
      return boxed;
    }
  }

  private static final class Log extends ArrayList<String> {
    private static final long serialVersionUID = 1;

    Log(int size) {
      super(size);
      for (int i = 0; i < size; i++) {
        add(Probe.ref("line" + i));
      }
    }
  }

  public static Object run() {
    Sorted<String> words = new Sorted<>(Comparator.<String>naturalOrder(), "b", "c", "a");
    Numbers numbers = new Numbers(2, 3, 1);
    Sorted<Integer> again = new Sorted<>(numbers);
    return words.elements + " " + numbers.elements + numbers.count + again.elements + new Log(2);
  }
}
