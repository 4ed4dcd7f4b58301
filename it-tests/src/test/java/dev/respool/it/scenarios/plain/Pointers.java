package dev.respool.it.scenarios.plain;

import dev.respool.it.scenarios.lost.Steps;
import dev.respool.it.scenarios.lost.Task;
import java.util.function.DoubleSupplier;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * Method references: each is of one hidden class, whatever object it was made of, and forwards
 * under the name that it is called by.
 */
public final class Pointers {
  private Pointers() {}

  public static Supplier<Object> to(Supplier<Object> target) {
    return target::get;
  }

  public static LongSupplier to(LongSupplier target) {
    return target::getAsLong;
  }

  public static DoubleSupplier to(DoubleSupplier target) {
    return target::getAsDouble;
  }

  public static Runnable to(Runnable target) {
    return target::run;
  }

  public static Task to(Task target) {
    return target::go;
  }

  /** Forwards in a frame of its own. */
  public record Forwarded(Task target) implements Task {
    @Override
    public Object go(Steps steps) {
      Object answer = target.go(steps);
      steps.add("foreign went on with " + answer);
      return answer;
    }
  }

  /** Forwards whatever is called. */
  public record Function<T>(T target, Steps steps)
      implements Supplier<Object>, LongSupplier, DoubleSupplier, Runnable {
    @Override
    public Object get() {
      return noted(((Supplier<?>) target).get());
    }

    @Override
    public long getAsLong() {
      return noted(((LongSupplier) target).getAsLong());
    }

    @Override
    public double getAsDouble() {
      return noted(((DoubleSupplier) target).getAsDouble());
    }

    @Override
    public void run() {
      ((Runnable) target).run();
      noted("nothing");
    }

    private <R> R noted(R answer) {
      steps.add("foreign went on with " + answer);
      return answer;
    }
  }
}
