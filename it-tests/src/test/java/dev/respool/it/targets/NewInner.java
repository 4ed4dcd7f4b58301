package dev.respool.it.targets;

/** Inner and anonymous objects whose outer object and arguments suspend. */
public final class NewInner {
  private NewInner() {}

  private int base = 3;

  private class Inner {
    final long sum;

    Inner(int a, long b) {
      sum = base + a + b;
    }

    long total() {
      return sum + base;
    }
  }

  public static Object run() {
    NewInner self = new NewInner();
    Inner inner = self.outer().new Inner(Probe.i(1), Probe.l(2));
    long captured = Probe.l(100);
    Inner anonymous =
        self.new Inner(Probe.i(4), self.outer().new Inner(Probe.i(5), 6).total()) {
          @Override
          long total() {
            return super.total() + Probe.l(captured);
          }
        };
    class Local extends Inner {
      private final String text;

      Local(NewInner outer, String text) {
        outer.super(7, 8);
        this.text = text + captured;
      }
    }
    return inner.total() + " " + anonymous.total() + new Local(self.outer(), Probe.ref("x")).text;
  }

  private NewInner outer() {
    Probe.hit("outer");
    return this;
  }
}
