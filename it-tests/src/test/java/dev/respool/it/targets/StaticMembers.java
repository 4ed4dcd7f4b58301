package dev.respool.it.targets;

/** Static methods of nested classes, static fields written and restored. */
public final class StaticMembers {
  private StaticMembers() {}

  private static int counter;

  private static final class Outer {
    static final class Inner {
      static int bump(int by) {
        counter += Probe.i(by);
        return counter;
      }
    }
  }

  public static Object run() {
    counter = 0;
    int first = Outer.Inner.bump(Probe.i(2)) + counter++;
    counter += Outer.Inner.bump(3) * counter;
    return first + " " + counter;
  }
}
