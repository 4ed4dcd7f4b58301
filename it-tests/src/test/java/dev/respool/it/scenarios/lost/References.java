package dev.respool.it.scenarios.lost;

import dev.respool.Suspendable;
import dev.respool.it.scenarios.plain.Pointers;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.function.DoubleSupplier;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * Method references that plain code made, once of an object that suspends and once of one that
 * forwards: the class of the reference is the same.
 */
final class References {
  private static final String PLAIN = "dev\\.respool\\.it\\.scenarios\\.plain\\.Pointers\\$";

  private References() {}

  static List<Deception> rows() {
    return List.of(
        row("Supplier", References::supplier),
        row("LongSupplier", References::ofLong),
        row("DoubleSupplier", References::ofDouble),
        row("Runnable", References::runnable),
        row("an interface of one's own", References::task),
        row("a reference", References::twofold),
        new Deception(
            LostFrame.of(
                "in a reference of plain code to a JDK proxy",
                steps -> go(Pointers.to(proxy(new Task.Both())), steps),
                "[a-z0-9.]+\\$Proxy\\d+\\.go\\(Unknown Source\\)",
                Cause.PROXY),
            steps -> go(Pointers.to(new Task.Both()), steps)));
  }

  /** Calls through a reference to what yields, or to what forwards to it. */
  private interface Referring {
    @Suspendable
    Object call(Steps steps, boolean forwards);
  }

  private static Deception row(String type, Referring referring) {
    LostFrame lost =
        LostFrame.of(
            "in a reference of plain code to " + type + " that forwards",
            steps -> referring.call(steps, true),
            PLAIN + "\\w+\\.\\w+\\(Pointers\\.java:\\d+\\)",
            Cause.PLAIN);
    return new Deception(lost, steps -> referring.call(steps, false));
  }

  @Suspendable
  private static Object supplier(Steps steps, boolean forwards) {
    Supplier<Object> yields = new Yielding(steps);
    Supplier<Object> target = forwards ? new Pointers.Function<>(yields, steps) : yields;
    return Pointers.to(target).get();
  }

  @Suspendable
  private static Object ofLong(Steps steps, boolean forwards) {
    Yielding yields = new Yielding(steps);
    LongSupplier target = forwards ? new Pointers.Function<>(yields, steps) : yields;
    return Pointers.to(target).getAsLong() == 42 ? yields.answer() : "wrong";
  }

  @Suspendable
  private static Object ofDouble(Steps steps, boolean forwards) {
    Yielding yields = new Yielding(steps);
    DoubleSupplier target = forwards ? new Pointers.Function<>(yields, steps) : yields;
    return Pointers.to(target).getAsDouble() == 42 ? yields.answer() : "wrong";
  }

  @Suspendable
  private static Object runnable(Steps steps, boolean forwards) {
    Yielding yields = new Yielding(steps);
    Runnable target = forwards ? new Pointers.Function<>(yields, steps) : yields;
    Pointers.to(target).run();
    return yields.answer();
  }

  @Suspendable
  private static Object task(Steps steps, boolean forwards) {
    Task both = new Task.Both();
    return go(Pointers.to(forwards ? new Pointers.Forwarded(both) : both), steps);
  }

  @Suspendable
  private static Object twofold(Steps steps, boolean forwards) {
    Task both = new Task.Both();
    return go(Pointers.to(Pointers.to(forwards ? new Pointers.Forwarded(both) : both)), steps);
  }

  @Suspendable
  private static Object go(Task task, Steps steps) {
    return task.go(steps);
  }

  private static Task proxy(Task target) {
    Class<?>[] types = {Task.class};
    return (Task)
        Proxy.newProxyInstance(
            Task.class.getClassLoader(),
            types,
            (self, method, arguments) -> target.go((Steps) arguments[0]));
  }

  /** Whatever is called, it yields. */
  private static final class Yielding
      implements Supplier<Object>, LongSupplier, DoubleSupplier, Runnable {
    private final Steps steps;
    private Object answer;

    Yielding(Steps steps) {
      this.steps = steps;
    }

    Object answer() {
      return answer;
    }

    @Override
    @Suspendable
    public Object get() {
      run();
      return answer;
    }

    @Override
    @Suspendable
    public long getAsLong() {
      run();
      return 42;
    }

    @Override
    @Suspendable
    public double getAsDouble() {
      run();
      return 42;
    }

    @Override
    @Suspendable
    public void run() {
      answer = steps.yieldBelow("x");
    }
  }
}
