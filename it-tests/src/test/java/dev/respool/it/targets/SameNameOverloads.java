package dev.respool.it.targets;

/** Overloads that differ only in one type, and a name used for a field as well. */
public final class SameNameOverloads {
  private SameNameOverloads() {}

  private int call = 3;

  public static Object run() {
    SameNameOverloads self = new SameNameOverloads();
    return self.call(1)
        + self.call(2L)
        + self.call('c')
        + self.call("s")
        + self.call((Object) null)
        + call(self);
  }

  private String call(int n) {
    return "i" + Probe.i(n) + call;
  }

  private String call(long n) {
    return "l" + Probe.l(n) + call((int) n);
  }

  private String call(char c) {
    return "c" + Probe.letter(c);
  }

  private String call(String text) {
    return "s" + Probe.ref(text) + call((Object) text);
  }

  private String call(Object any) {
    return "o" + Probe.ref(any);
  }

  private static String call(SameNameOverloads self) {
    return self.call(Probe.i(self.call++));
  }
}
