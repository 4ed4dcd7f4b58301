package dev.respool.it.targets;

import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.ObjIntConsumer;

/** Comparators, iterables and closeables of the JDK called directly. */
public final class JdkCallbacks {
  private JdkCallbacks() {}

  public static Object run() throws Exception {
    StringBuilder out = new StringBuilder();
    Comparator<Integer> order = (a, b) -> Probe.i(a) - Probe.i(b);
    BooleanSupplier more = () -> Probe.b(true);
    ObjIntConsumer<String> both = (text, n) -> out.append(Probe.ref(text)).append(Probe.i(n));
    Iterable<String> texts = () -> List.of("a", "b").iterator();
    try (AutoCloseable closing = () -> Probe.hit("closed")) {
      out.append(order.compare(1, 2)).append(more.getAsBoolean()).append(closing != null);
    }
    both.accept("t", 1);
    for (String text : texts) {
      out.append(Probe.ref(text));
    }
    Iterator<String> iterator = texts.iterator();
    return out.append(iterator.next()).toString();
  }
}
