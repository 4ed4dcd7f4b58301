package dev.respool.it.targets;

import java.util.function.Consumer;
import java.util.function.IntConsumer;

/** Method references and lambdas whose results nobody wants. */
public final class DroppedResults {
  private DroppedResults() {}

  private interface Action {
    void act(long n);
  }

  public static Object run() {
    int[] calls = {0};
    Runnable lambda = () -> count(calls);
    IntConsumer reference = Probe::i;
    Consumer<String> text = DroppedResults::length;
    Action wide = Probe::l;
    Action real = n -> Probe.d(n);
    Runnable made = Object::new;
    lambda.run();
    reference.accept(calls[0]);
    text.accept(Probe.ref("abc"));
    wide.act(4);
    real.act(5);
    made.run();
    return calls[0] + Probe.i(1);
  }

  private static int count(int[] calls) {
    return calls[0] += Probe.i(1);
  }

  private static double length(String text) {
    return Probe.d(text.length());
  }
}
