package dev.respool.handmade;

import dev.respool.Coroutine;
import dev.respool.CoroutineBody;
import dev.respool.GeneratorBody;
import dev.respool.Yielder;
import java.util.List;

/** Bodies of coroutines that no compiler has seen. */
public final class Untransformed {
  private Untransformed() {}

  /** Yields, which must fail. */
  public static CoroutineBody<Object, Object> yielding() {
    return new CoroutineBody<>() {
      @Override
      public Object run(Object first) {
        return Coroutine.yield(first);
      }
    };
  }

  /** Yields, catches what that throws and returns it. */
  public static CoroutineBody<Object, Object> catching() {
    return new CoroutineBody<>() {
      @Override
      public Object run(Object first) {
        try {
          return Coroutine.yield(first);
        } catch (IllegalStateException e) {
          return e;
        }
      }
    };
  }

  /** Calls a transformed method that yields, and returns what that throws. */
  public static CoroutineBody<Object, Object> callingTransformed() {
    return new CoroutineBody<>() {
      @Override
      public Object run(Object first) throws Exception {
        try {
          return Questions.ask(1);
        } catch (IllegalStateException e) {
          return e;
        }
      }
    };
  }

  /**
   * Forwards to another body under the same name and descriptor, and does something with the
   * result.
   */
  public static CoroutineBody<Object, Object> forwarding(CoroutineBody<Object, Object> target) {
    return new CoroutineBody<>() {
      @Override
      public Object run(Object first) throws Exception {
        return "forwarded " + target.run(first);
      }
    };
  }

  /** Asks whether a yield would succeed. */
  public static CoroutineBody<Object, Object> asking() {
    return new CoroutineBody<>() {
      @Override
      public Object run(Object first) {
        return Coroutine.isYieldable();
      }
    };
  }

  /** The body of a generator that yields one element and notes how it ended. */
  public static GeneratorBody<Integer> producing(List<String> log) {
    return new GeneratorBody<>() {
      @Override
      public void run(Yielder<Integer> yielder) {
        try {
          yielder.yield(1);
        } finally {
          log.add("finally");
        }
      }
    };
  }
}
