package dev.respool.it.targets;

/** Arrays of several dimensions with suspending sizes and indices. */
public final class ArrayDimensions {
  private ArrayDimensions() {}

  public static Object run() {
    int[][] grid = new int[Probe.i(2)][Probe.i(3)];
    long[][][] cube = new long[Probe.i(2)][2][];
    String[][] ragged = {{Probe.ref("a")}, {}, {"b", Probe.ref("c")}};
    grid[Probe.i(1)][Probe.i(2)] = Probe.i(9);
    grid[1][2] += grid[Probe.i(1)][Probe.i(2)]++;
    cube[Probe.i(1)][1] = new long[] {Probe.l(4)};
    cube[1][Probe.i(1)][0] *= Probe.l(5);
    Object[] none = new Object[Probe.i(0)];
    return grid[1][2]
        + " "
        + cube[1][1][0]
        + ragged[2][Probe.i(1)]
        + none.length
        + ragged[0].length;
  }
}
