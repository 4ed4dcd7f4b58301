package dev.respool.it.scenarios.lost;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.respool.Coroutine;
import dev.respool.Suspendable;
import dev.respool.it.scenarios.plain.Relay;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.Serializable;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * The opposite table: what stands between merely forwards, so that a yield is captured across it.
 *
 * @param name as in "a yield … is captured"
 * @param attempt leads to a yield of x and returns what it is resumed with
 */
public record Forwarding(String name, Attempt attempt) {
  /** The names of the rows. */
  public static List<String> names() {
    return rows().map(Forwarding::name).toList();
  }

  /** Runs a row, which throws if it does not hold. */
  public static void verify(String name) {
    rows().filter(row -> row.name().equals(name)).forEach(Forwarding::verify);
  }

  void verify() {
    for (int i = 0; i < 3; i++) {
      Steps steps = new Steps();
      Coroutine<Object, Object> coroutine = Coroutine.create(first -> attempt.run(steps));
      assertEquals("x", String.valueOf(coroutine.resume()));
      assertEquals("answer", coroutine.resume("answer"));
      assertEquals(List.of("in x", "went on with answer"), steps.taken());
    }
  }

  private static Stream<Forwarding> rows() {
    return Stream.of(
            functions(),
            members(),
            StaleCalls.forwarding(),
            Initialisers.forwarding(),
            Loaders.forwarding())
        .flatMap(rows -> rows);
  }

  private static Stream<Forwarding> functions() {
    return Stream.of(
        new Forwarding("in a lambda that captures nothing", steps -> call(s -> yieldIn(s), steps)),
        new Forwarding("in a lambda that captures", steps -> call(() -> yieldIn(steps))),
        new Forwarding("in a nested lambda", steps -> call(() -> call(() -> yieldIn(steps)))),
        new Forwarding("in a bound reference", steps -> call(steps::yieldBelow, "x")),
        new Forwarding("in an unbound reference", steps -> call(Steps::yieldBelow, steps, "x")),
        new Forwarding("in a static reference", steps -> call(Forwarding::yieldIn, steps)),
        new Forwarding("in a reference that boxes", steps -> box(steps::yieldBelow, 'x')),
        new Forwarding("in a reference with varargs", steps -> call(Forwarding::yieldFirst, steps)),
        new Forwarding(
            "in an object of a constructor reference", steps -> make(Derived::new, steps).get()),
        new Forwarding("in a constructor reference", steps -> construct(Built::new, steps).value),
        new Forwarding("in a constructor", steps -> new Built(steps).value),
        new Forwarding("in a serializable lambda", Forwarding::serializable),
        new Forwarding("in a lambda that was serialized", Forwarding::deserialized),
        new Forwarding(
            "in a reference that plain code made",
            steps -> Worker.doWork(Relay.reference(Worker.leavingStepsIn(steps))).substring(1)),
        new Forwarding("in a Callable", steps -> called(() -> yieldIn(steps))));
  }

  private static Stream<Forwarding> members() {
    return Stream.of(
        new Forwarding("in a bridge of a generic method", steps -> generic(new Sized(), steps)),
        new Forwarding("in a covariant return", steps -> ((Base) new Derived(steps)).get()),
        new Forwarding("in a default method", steps -> ((Defaults) () -> steps).yieldByDefault()),
        new Forwarding("in a super method", steps -> new Derived(steps).yieldBySuper()),
        new Forwarding("in an inherited method", steps -> new Derived(steps).inherited()),
        new Forwarding("in a reference to super", steps -> new Derived(steps).superReference()),
        new Forwarding("in an inner class", steps -> new Derived(steps).new Inner().get()),
        new Forwarding("in a constant's body", steps -> Constant.ONE.get(steps)),
        new Forwarding("in a record's method", steps -> new Pair(steps, "x").get()));
  }

  @Suspendable
  private static Object yieldIn(Steps steps) {
    return steps.yieldBelow("x");
  }

  @Suspendable
  private static Object yieldFirst(Steps... steps) {
    return steps[0].yieldBelow("x");
  }

  @Suspendable
  private static Object call(Supplier<Object> supplier) {
    return supplier.get();
  }

  @Suspendable
  private static <A> Object call(Function<A, Object> function, A argument) {
    return function.apply(argument);
  }

  @Suspendable
  private static <A, B> Object call(BiFunction<A, B, Object> function, A a, B b) {
    return function.apply(a, b);
  }

  @Suspendable
  private static Object called(Callable<Object> callable) throws Exception {
    return callable.call();
  }

  private interface OfChar {
    @Suspendable
    Object apply(char argument);
  }

  @Suspendable
  private static Object box(OfChar function, char argument) {
    return function.apply(argument);
  }

  private static final class Built {
    final Object value;

    @Suspendable
    Built(Steps steps) {
      value = steps.yieldBelow("x");
    }
  }

  @Suspendable
  private static <T> T construct(Function<Steps, T> maker, Steps steps) {
    return maker.apply(steps);
  }

  private static <T> T make(Function<Steps, T> maker, Steps steps) {
    return maker.apply(steps);
  }

  @Suspendable
  private static Object serializable(Steps steps) {
    Supplier<Object> supplier = (Supplier<Object> & Serializable) () -> yieldIn(steps);
    return supplier.get();
  }

  private interface Saved extends Function<Steps, Object>, Serializable {}

  /** A lambda that its own class makes anew from what was written of it. */
  @Suspendable
  private static Object deserialized(Steps steps) throws Exception {
    int captured = 3;
    Saved saved = s -> captured == 3 ? yieldIn(s) : "lost " + captured;
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
      out.writeObject(saved);
    }
    ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()));
    return call((Saved) in.readObject(), steps);
  }

  private interface Generic<A, B> {
    @Suspendable
    B apply(A argument);
  }

  private static final class Sized implements Generic<Steps, String> {
    @Override
    public String apply(Steps steps) {
      return steps.yieldBelow("x");
    }
  }

  @Suspendable
  private static <A> Object generic(Generic<A, ?> generic, A argument) {
    return generic.apply(argument);
  }

  private interface Defaults {
    Steps steps();

    @Suspendable
    default Object yieldByDefault() {
      return yieldIn(steps());
    }
  }

  @Suspendable
  private static class Base {
    final Steps steps;

    Base(Steps steps) {
      this.steps = steps;
    }

    Object get() {
      return null;
    }

    Object inherited() {
      return yieldIn(steps);
    }
  }

  @Suspendable
  private static final class Derived extends Base {
    Derived(Steps steps) {
      super(steps);
    }

    @Override
    String get() {
      return steps.yieldBelow("x");
    }

    Object yieldBySuper() {
      return super.inherited();
    }

    Object superReference() {
      return call(super::inherited);
    }

    private final class Inner {
      @Suspendable
      Object get() {
        return yieldIn(steps);
      }
    }
  }

  private enum Constant {
    ONE {
      @Override
      Object get(Steps steps) {
        return yieldIn(steps);
      }
    };

    @Suspendable
    abstract Object get(Steps steps);
  }

  private record Pair(Steps steps, Object value) {
    @Suspendable
    Object get() {
      return steps.yieldBelow(value);
    }
  }
}
