package dev.respool.it.scenarios.saved;

import dev.respool.Coroutine;
import dev.respool.Saveable;
import dev.respool.Suspendable;
import dev.respool.snapshot.Snapshot;
import dev.respool.snapshot.SnapshotPolicy;
import java.io.Serializable;
import java.util.List;
import java.util.Map;
import java.util.function.IntUnaryOperator;

/** A coroutine that holds each sort of object that a snapshot knows. */
public final class HeldParts {
  /** Stays in its process. */
  public static final Thread EXTERNAL = new Thread(() -> {});

  private HeldParts() {}

  @SuppressWarnings("serial") // what is in the array is the test
  static final class Order implements Serializable {
    private static final long serialVersionUID = 1;
    private final Object[] lines;

    Order(Object... lines) {
      this.lines = lines;
    }
  }

  @Saveable
  static final class Chosen {
    private static final Chosen ONE = new Chosen();
    private final IntUnaryOperator function = x -> x + 1;
  }

  /** That allows what the patterns say. */
  public static SnapshotPolicy policy(String... patterns) {
    return SnapshotPolicy.allowing(patterns)
        .withExternals(Map.of("service", EXTERNAL))
        .withClassLoader(HeldParts.class.getClassLoader());
  }

  /** That allows what is in it. */
  public static SnapshotPolicy policy() {
    return policy(Order.class.getName(), Chosen.class.getName());
  }

  /** Such a coroutine, suspended. */
  public static byte[] saved() {
    Coroutine<Object, Object> inner = Coroutine.create(first -> Coroutine.yield(1));
    inner.resume();
    Order order = new Order(EXTERNAL, Chosen.ONE, new Chosen(), inner, 1.5);
    Coroutine<Object, Object> co =
        Coroutine.create(first -> mixed(new int[] {1}, "text", order, 3, 4L));
    co.resume();
    return Snapshot.of(co, policy()).toBytes();
  }

  @Suspendable
  private static Object mixed(int[] ints, String text, Order order, int i, long l) {
    for (String s : List.of("a", "b")) {
      Coroutine.yield();
      text += s;
    }
    boolean same = order.lines[1] == Chosen.ONE && order.lines[2] != Chosen.ONE;
    int next = order.lines[2] instanceof Chosen chosen ? chosen.function.applyAsInt(1) : 0;
    return text + ints[0] + order.lines.length + i + l + same + next + order.lines[0];
  }
}
