package dev.respool.it.targets;

/** What close throws is suppressed by what the body threw, over suspensions. */
public final class SuppressedExceptions {
  private SuppressedExceptions() {}

  private record Failing(String name) implements AutoCloseable {
    @Override
    public void close() {
      Probe.fail("close " + name);
    }
  }

  public static Object run() throws Exception {
    try (Failing a = new Failing(Probe.ref("a"));
        Failing b = new Failing("b")) {
      Probe.hit(a.name() + b.name());
      throw new Exception(Probe.ref("body"));
    }
  }
}
