package dev.respool.it.targets;

import java.util.function.IntSupplier;
import java.util.function.Supplier;

/** Lambdas in field initialisers, constructors, interfaces, enums and records. */
public final class LambdasInMembers {

  private static final Supplier<String> SHARED = () -> Probe.ref("shared");
  private final IntSupplier own = () -> Probe.i(5);
  private final Supplier<String> given;

  private LambdasInMembers(String text) {
    given = () -> Probe.ref(text) + own.getAsInt();
  }

  private interface Giver {
    default Supplier<String> give(String text) {
      return () -> Probe.ref(text) + self();
    }

    static Supplier<String> shared() {
      return () -> Probe.ref("static");
    }

    String self();
  }

  private enum Kind implements Giver {
    ONE(n -> n + Probe.i(1)),
    TWO(n -> n * Probe.i(2));

    private final Step step;

    Kind(Step step) {
      this.step = step;
    }

    @Override
    public String self() {
      return name() + step.apply(10);
    }
  }

  private interface Step {
    int apply(int n);
  }

  private record Holder(Step step) {
    Holder then(Step next) {
      return new Holder(n -> next.apply(step.apply(n)));
    }
  }

  public static Object run() {
    LambdasInMembers self = new LambdasInMembers("given");
    Holder holder = new Holder(n -> n + Probe.i(1)).then(n -> Probe.i(n) * 2).then(Probe::i);
    return SHARED.get()
        + self.own.getAsInt()
        + self.given.get()
        + Kind.ONE.give("a").get()
        + Kind.TWO.give("b").get()
        + Giver.shared().get()
        + holder.step().apply(7);
  }
}
