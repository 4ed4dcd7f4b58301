package dev.respool.it.targets;

import java.util.List;

/** Records with an accessor of their own, static factories and suspending methods. */
public final class Records {
  private Records() {}

  private record Point(int x, long y, List<String> tags) implements Comparable<Point> {
    static Point of(int x) {
      return new Point(Probe.i(x), x * 2L, List.of(Probe.ref("t" + x)));
    }

    @Override
    public int x() {
      return Probe.i(x) + 1;
    }

    Point moved(int by) {
      return new Point(x() + by, y + Probe.i(by), tags);
    }

    @Override
    public int compareTo(Point other) {
      return Integer.compare(Probe.i(x), other.x());
    }
  }

  public static Object run() {
    Point a = Point.of(3);
    Point b = a.moved(Probe.i(4));
    return a
        + " "
        + b.moved(1)
        + " "
        + a.compareTo(b)
        + " "
        + a.equals(Point.of(3))
        + b.x()
        + b.y();
  }
}
