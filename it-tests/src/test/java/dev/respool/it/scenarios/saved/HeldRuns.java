package dev.respool.it.scenarios.saved;

import dev.respool.Coroutine;
import dev.respool.CoroutineBody;
import dev.respool.Generator;
import dev.respool.GeneratorBody;
import dev.respool.IntGenerator;
import dev.respool.IntGeneratorBody;
import dev.respool.Suspendable;
import dev.respool.Yielder;
import java.io.Serializable;
import java.util.Iterator;

/** Coroutines and generators in the locals of a coroutine. */
public final class HeldRuns {
  private HeldRuns() {}

  private record Numbers(int end) implements GeneratorBody<Integer>, Serializable {
    @Override
    @Suspendable
    public void run(Yielder<Integer> yielder) {
      upTo(end, yielder);
    }
  }

  private record Inner() implements CoroutineBody<Object, Object>, Serializable {
    @Override
    @Suspendable
    public Object run(Object first) {
      String all = "i";
      for (int i = 0; i < 2; i++) {
        all += Coroutine.<Object>yield(all + i);
      }
      return all;
    }
  }

  /** Yields the numbers from 0 on. */
  @Suspendable
  public static void upTo(int end, Yielder<Integer> yielder) {
    for (int i = 0; i < end; i++) {
      yielder.yield(i);
    }
  }

  /** Of each sort one, before, between and behind their elements. */
  @Suspendable
  static Object nested() {
    String said = "";
    for (int n : Generator.of(new Numbers(4))) {
      Coroutine.yield(n);
      said += n;
    }
    for (int n : Generator.of(new Numbers(2))) {
      for (int m : Generator.of(new Numbers(2))) {
        Coroutine.yield(n + m);
        said += n + m;
      }
    }
    Iterator<Integer> run = Generator.of(new Numbers(3)).iterator();
    Coroutine<Object, Object> inner = Coroutine.create(new Inner());
    said += run.next();
    Coroutine.yield(inner.resume());
    said += run.hasNext();
    Coroutine.yield(inner.resume());
    return said + run.next() + run.hasNext() + inner.resume() + inner.status();
  }

  private interface Ints extends IntGeneratorBody, Serializable {}

  /** A loop over a generator of numbers that are not boxed. */
  @Suspendable
  static Object primitives() {
    Ints three =
        g -> {
          g.yield(1);
          g.yield(2);
          g.yield(3);
        };
    int sum = 0;
    for (int n : IntGenerator.of(three)) {
      Coroutine.yield("sum " + sum);
      sum += n;
    }
    return sum;
  }
}
