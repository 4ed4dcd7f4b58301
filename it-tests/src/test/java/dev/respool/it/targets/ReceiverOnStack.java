package dev.respool.it.targets;

/** The receiver of a call waits on the stack while its arguments suspend. */
public final class ReceiverOnStack {
  private ReceiverOnStack() {}

  public static Object run() {
    StringBuilder out = new StringBuilder("x");
    return out.append(Probe.i(1))
        .append(Probe.ref("two"))
        .append(Probe.l(3))
        .insert(Probe.i(0), Probe.d(4))
        .reverse()
        .append(Probe.letter('5'))
        .append(Probe.b(true))
        .toString()
        .concat(Probe.ref("!"))
        .substring(Probe.i(1), Probe.i(6));
  }
}
