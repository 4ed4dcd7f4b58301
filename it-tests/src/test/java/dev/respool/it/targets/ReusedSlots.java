package dev.respool.it.targets;

/** Slots that hold values of different types one after the other. */
public final class ReusedSlots {
  private ReusedSlots() {}

  public static Object run() {
    StringBuilder out = new StringBuilder();
    {
      int number = Probe.i(1);
      out.append(number + Probe.i(2));
    }
    {
      String text = Probe.ref("t");
      Probe.hit("text live");
      out.append(text);
    }
    {
      long wide = Probe.l(3);
      Probe.hit("wide live");
      out.append(wide);
    }
    {
      double real = Probe.d(4);
      float small = Probe.f(5);
      Probe.hit("real live");
      out.append(real).append(small);
    }
    {
      byte[] bytes = {1};
      Probe.hit("bytes live");
      out.append(bytes[0]);
    }
    return out.toString();
  }
}
