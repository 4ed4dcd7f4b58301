package dev.respool.it.targets;

/** Inner classes that read and write private members of the outer ones. */
public final class InnerClasses {
  private InnerClasses() {}

  private int secret = 1;

  private final class Inner {
    private int own = 10;

    private final class Innermost {
      int sum() {
        secret += Probe.i(1);
        own += secret++;
        return secret + own + InnerClasses.this.hidden(Probe.i(own));
      }
    }

    int ask() {
      return new Innermost().sum() + hidden(own);
    }
  }

  private int hidden(int n) {
    return Probe.i(n) * secret;
  }

  public static Object run() {
    InnerClasses outer = new InnerClasses();
    Inner inner = outer.new Inner();
    int first = inner.ask();
    inner.own -= Probe.i(5);
    return first + " " + inner.new Innermost().sum() + " " + outer.secret + " " + inner.own;
  }
}
