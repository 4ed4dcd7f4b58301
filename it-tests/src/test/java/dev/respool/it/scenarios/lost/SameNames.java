package dev.respool.it.scenarios.lost;

import dev.respool.Suspendable;
import dev.respool.it.scenarios.lost.apart.Elder;
import java.util.List;

/**
 * Methods that cannot be told apart by a hash: "Aa" and "BB" have the same one. Or not by name,
 * descriptor and receiver: one of them does not override the other.
 */
final class SameNames {
  private static final String HERE = "\\Q" + SameNames.class.getName();
  private static final String LINE = "\\E\\(SameNames\\.java:\\d+\\)";

  private SameNames() {}

  static List<Deception> rows() {
    return List.of(
        row(
            "a method whose name has the same hash",
            steps -> viaAa(new Names(), steps),
            HERE + "$Names.foreign" + LINE,
            steps -> viaBB(new Names(), steps)),
        row(
            "a static method whose name has the same hash",
            steps -> Names.staticAa(steps),
            HERE + "$Statics.foreign" + LINE,
            steps -> Statics.BB(steps)),
        row(
            "a method whose descriptor has the same hash",
            steps -> viaDescriptor(new Descriptors(), new Aa(), steps),
            HERE + "$Descriptors.foreign" + LINE,
            steps -> viaDescriptor(new Descriptors(), new BB(), steps)),
        row(
            "a method of a class whose name has the same hash",
            steps -> Aa.go(steps),
            HERE + "$Aa.foreign" + LINE,
            steps -> BB.go(steps)),
        row(
            "an interface's method whose name has the same hash",
            steps -> viaInterface(new Names(), steps),
            HERE + "$Names.foreign" + LINE,
            steps -> viaInterfaceBB(new Names(), steps)),
        row(
            "a method that does not override",
            steps -> goAsHeir(new Heir(), steps),
            "\\Q" + Elder.class.getName() + "\\E\\.forward\\(Elder\\.java:\\d+\\)",
            steps -> Elder.goAsElder(new Heir(), steps)));
  }

  private static Deception row(String name, Attempt attempt, String frame, Attempt direct) {
    return new Deception(LostFrame.of("behind " + name, attempt, frame, Cause.PLAIN), direct);
  }

  private interface Named {
    @Suspendable
    Object Aa(Steps steps);

    @Suspendable
    Object BB(Steps steps);
  }

  private static class Names implements Named {
    @Override
    @Suspendable
    public Object BB(Steps steps) {
      return steps.yieldBelow("x");
    }

    /** Suspends nowhere: what it calls is not known to be suspendable. */
    @Override
    @Suspendable
    public Object Aa(Steps steps) {
      return foreign(steps);
    }

    Object foreign(Steps steps) {
      return wentOn(BB(steps), steps);
    }

    @Suspendable
    static Object staticAa(Steps steps) {
      return Statics.Aa(steps);
    }
  }

  private static final class Statics {
    @Suspendable
    static Object BB(Steps steps) {
      return steps.yieldBelow("x");
    }

    @Suspendable
    static Object Aa(Steps steps) {
      return foreign(steps);
    }

    private static Object foreign(Steps steps) {
      return wentOn(BB(steps), steps);
    }
  }

  private static class Descriptors {
    @Suspendable
    Object go(BB argument, Steps steps) {
      return steps.yieldBelow("x");
    }

    @Suspendable
    Object go(Aa argument, Steps steps) {
      return foreign(steps);
    }

    private Object foreign(Steps steps) {
      return wentOn(go(new BB(), steps), steps);
    }
  }

  private static final class BB {
    @Suspendable
    static Object go(Steps steps) {
      return steps.yieldBelow("x");
    }
  }

  private static final class Aa {
    @Suspendable
    static Object go(Steps steps) {
      return foreign(steps);
    }

    private static Object foreign(Steps steps) {
      return wentOn(BB.go(steps), steps);
    }
  }

  /** Of another package: it has a method of the same name and descriptor, and does not override. */
  private static class Heir extends Elder {
    @Suspendable
    Object go(Steps steps) {
      return Elder.forward(this, steps);
    }
  }

  @Suspendable
  private static Object viaAa(Names names, Steps steps) {
    return names.Aa(steps);
  }

  @Suspendable
  private static Object viaBB(Names names, Steps steps) {
    return names.BB(steps);
  }

  @Suspendable
  private static Object viaInterface(Named names, Steps steps) {
    return names.Aa(steps);
  }

  @Suspendable
  private static Object viaInterfaceBB(Named names, Steps steps) {
    return names.BB(steps);
  }

  @Suspendable
  private static Object viaDescriptor(Descriptors descriptors, Aa argument, Steps steps) {
    return descriptors.go(argument, steps);
  }

  @Suspendable
  private static Object viaDescriptor(Descriptors descriptors, BB argument, Steps steps) {
    return descriptors.go(argument, steps);
  }

  @Suspendable
  private static Object goAsHeir(Heir heir, Steps steps) {
    return heir.go(steps);
  }

  private static Object wentOn(Object answer, Steps steps) {
    steps.add("foreign went on with " + answer);
    return answer;
  }
}
