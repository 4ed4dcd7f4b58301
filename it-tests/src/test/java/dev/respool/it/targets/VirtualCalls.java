package dev.respool.it.targets;

/** Overridden methods of a class hierarchy, abstract, inherited and final. */
public final class VirtualCalls {
  private VirtualCalls() {}

  private abstract static class Animal {
    abstract String noise(int times);

    String twice() {
      return noise(Probe.i(2)) + name();
    }

    String name() {
      return Probe.ref("animal");
    }
  }

  private static class Dog extends Animal {
    @Override
    String noise(int times) {
      return Probe.ref("wuff").repeat(times);
    }
  }

  private static final class Puppy extends Dog {
    @Override
    final String name() {
      return Probe.ref("puppy") + super.name();
    }

    @Override
    String noise(int times) {
      return super.noise(Probe.i(1)) + times;
    }
  }

  public static Object run() {
    StringBuilder out = new StringBuilder();
    for (Animal animal : new Animal[] {new Dog(), new Puppy()}) {
      out.append(animal.twice()).append(Probe.i(1));
    }
    return out.toString();
  }
}
