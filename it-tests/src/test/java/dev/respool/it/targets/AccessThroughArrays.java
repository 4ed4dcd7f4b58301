package dev.respool.it.targets;

/** Calls and fields on array elements, on clones and on array lengths. */
public final class AccessThroughArrays {
  private AccessThroughArrays() {}

  private int value;
  private AccessThroughArrays[] others;

  public static Object run() {
    AccessThroughArrays[] all = {new AccessThroughArrays(), new AccessThroughArrays()};
    all[0].others = all;
    all[Probe.i(1)].others = all[0].others.clone();
    all[0].others[Probe.i(1)].value += Probe.i(5);
    int[][] numbers = {{1, 2}, {3}};
    int[] copy = numbers[Probe.i(0)].clone();
    copy[Probe.i(1)] = numbers[1][0] = Probe.i(9);
    return all[1].others[1].bumped(Probe.i(2))
        + numbers[0][1]
        + copy[1]
        + numbers[Probe.i(1)].length
        + all[Probe.i(0)].others[0].others.length;
  }

  private String bumped(int by) {
    value += Probe.i(by);
    return "v" + value;
  }
}
