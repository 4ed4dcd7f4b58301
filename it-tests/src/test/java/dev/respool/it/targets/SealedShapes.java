package dev.respool.it.targets;

/** A sealed hierarchy told apart by patterns. */
public final class SealedShapes {
  private SealedShapes() {}

  private sealed interface Shape permits Circle, Square, Group {}

  private record Circle(double radius) implements Shape {}

  private record Square(double side) implements Shape {}

  private record Group(Shape... parts) implements Shape {}

  public static Object run() {
    return area(new Group(new Circle(1), new Group(new Square(2), new Circle(2)), new Square(3)));
  }

  private static double area(Shape shape) {
    if (shape instanceof Circle circle) {
      return Math.rint(Math.PI * Probe.d(circle.radius()) * circle.radius());
    }
    if (shape instanceof Square square) {
      return square.side() * Probe.d(square.side());
    }
    if (shape instanceof Group group) {
      double sum = 0;
      for (Shape part : group.parts()) {
        sum += area(part);
      }
      return Probe.d(sum);
    }
    throw new IllegalArgumentException("no shape");
  }
}
