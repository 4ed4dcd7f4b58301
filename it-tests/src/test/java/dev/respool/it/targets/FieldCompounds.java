package dev.respool.it.targets;

/** Compound assignment of static and instance fields. */
@SuppressWarnings("lossy-conversions")
public final class FieldCompounds {
  private FieldCompounds() {}

  private int number = 1;
  private long wide = 2;
  private String text = "t";
  private char letter = 'a';

  public static Object run() {
    FieldCompounds self = new FieldCompounds();
    self.number += Probe.i(4);
    self().number *= Probe.i(3) + self.number++;
    self.wide -= Probe.l(7) * ++self.wide;
    self.text += Probe.ref("u") + self.number;
    self.letter += Probe.i(1);
    self.letter++;
    Integer boxed = Probe.i(5);
    boxed++;
    boxed += Probe.i(2);
    return self.number + " " + self.wide + " " + self.text + self.letter + boxed;
  }

  private static FieldCompounds self() {
    Probe.hit("self");
    return new FieldCompounds();
  }
}
