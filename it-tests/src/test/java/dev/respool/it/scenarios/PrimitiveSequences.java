package dev.respool.it.scenarios;

import dev.respool.DoubleGenerator;
import dev.respool.IntGenerator;
import dev.respool.LongGenerator;
import dev.respool.Suspendable;

/** Generators of primitive values that run the same body, of small numbers. */
public final class PrimitiveSequences {
  private PrimitiveSequences() {}

  /** Takes small numbers, as elements of whatever type. */
  public interface Out {
    /** Yields an element. */
    @Suspendable
    void yield(int element);
  }

  /** What a generator runs. */
  public interface Body {
    /** Yields the elements. */
    @Suspendable
    void run(Out out) throws Exception;
  }

  /** A generator of elements of the type {@code int}, {@code long} or {@code double}. */
  public static Iterable<? extends Number> of(String type, Body body) {
    return switch (type) {
      case "int" -> IntGenerator.of(g -> body.run(n -> g.yield(n)));
      case "long" -> LongGenerator.of(g -> body.run(n -> g.yield(n)));
      case "double" -> DoubleGenerator.of(g -> body.run(n -> g.yield(n)));
      default -> throw new IllegalArgumentException(type);
    };
  }
}
