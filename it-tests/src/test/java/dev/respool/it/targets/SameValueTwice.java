package dev.respool.it.targets;

/** One value stands twice on the stack, in the shapes that dup makes. */
public final class SameValueTwice {
  private SameValueTwice() {}

  private int field = 5;

  private static final class Box {
    long wide = 7;
    Box next;
  }

  public static Object run() {
    SameValueTwice self = new SameValueTwice();
    int[] array = {1, 2, 3};
    Box box = new Box();
    int a = self.field += Probe.i(2);
    int b = array[Probe.i(1)] = self.field = Probe.i(9);
    long c = box.wide++ + Probe.l(1) + ++box.wide;
    long d = box.wide = self.field = array[0] = Probe.i(4);
    box.next = box;
    box.next.next.wide *= Probe.l(3);
    return a + " " + b + " " + c + " " + d + " " + box.wide + " " + array[1] + " " + self.field;
  }
}
