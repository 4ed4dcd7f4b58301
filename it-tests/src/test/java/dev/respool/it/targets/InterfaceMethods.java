package dev.respool.it.targets;

/** Default, static and private methods of interfaces. */
public final class InterfaceMethods {
  private InterfaceMethods() {}

  private interface Greeter {
    String name();

    default String greet() {
      return prefix() + Probe.ref(name()) + Greeter.suffix(Probe.i(2));
    }

    private String prefix() {
      return shared(Probe.ref("hello "));
    }

    private static String shared(String text) {
      Probe.hit("shared");
      return text;
    }

    static String suffix(int count) {
      return Probe.ref("!").repeat(count);
    }
  }

  private record Person(String name) implements Greeter {}

  public static Object run() {
    Greeter loud =
        new Greeter() {
          @Override
          public String name() {
            return Probe.ref("world");
          }

          @Override
          public String greet() {
            return Greeter.super.greet() + Probe.i(3);
          }
        };
    return new Person("Ada").greet() + loud.greet();
  }
}
