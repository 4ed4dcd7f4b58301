package dev.respool.it.targets;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.invoke.VarHandle;

/** Calls whose descriptor is whatever the caller writes, among suspending arguments. */
public final class PolymorphicCalls {
  private static final VarHandle COUNT;
  private static final VarHandle WIDE;
  private static final VarHandle ELEMENT = MethodHandles.arrayElementVarHandle(double[].class);
  private static final MethodHandle REPEAT;

  private int count;
  private volatile long wide = 4;

  static {
    try {
      MethodHandles.Lookup lookup = MethodHandles.lookup();
      COUNT = lookup.findVarHandle(PolymorphicCalls.class, "count", int.class);
      WIDE = lookup.findVarHandle(PolymorphicCalls.class, "wide", long.class);
      REPEAT =
          lookup.findVirtual(
              String.class, "repeat", MethodType.methodType(String.class, int.class));
    } catch (ReflectiveOperationException e) {
      throw new ExceptionInInitializerError(e);
    }
  }

  private PolymorphicCalls() {}

  public static Object run() {
    PolymorphicCalls it = new PolymorphicCalls();
    int old = (int) COUNT.getAndAdd(it, Probe.i(3));
    boolean set = COUNT.compareAndSet(it, Probe.i(3), Probe.i(7));
    long product = 5L * (long) WIDE.getAndSet(it, Probe.l(9)) + Probe.l(it.wide);
    double[] numbers = {Probe.d(0.5), 1.5};
    ELEMENT.setRelease(numbers, Probe.i(0), (double) ELEMENT.get(numbers, 1) + Probe.d(2));
    return old + " " + set + it.count + product + numbers[0] + repeated();
  }

  private static String repeated() {
    try {
      String exact = (String) REPEAT.invokeExact(Probe.ref("ab"), Probe.i(2));
      Object adapted = REPEAT.invoke((Object) Probe.ref("c"), (byte) Probe.i(3));
      return exact + adapted + Probe.ref("end");
    } catch (Throwable e) {
      throw new AssertionError(e);
    }
  }
}
