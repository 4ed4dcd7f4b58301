package dev.respool.it.targets;

import java.util.List;

/** Switches over types, with guards, null and constants. */
public final class PatternSwitch {
  private enum Size {
    SMALL,
    LARGE
  }

  private sealed interface Shape permits Circle, Square {}

  private record Circle(int radius) implements Shape {}

  private record Square(int side) implements Shape {}

  private PatternSwitch() {}

  public static Object run() {
    StringBuilder out = new StringBuilder();
    for (Object any : new Object[] {1, 50, "text", "", null, Size.LARGE, List.of(1), 2.5}) {
      out.append(Probe.i(7)).append(described(Probe.ref(any))).append(';');
    }
    return out.append(area(new Circle(2))).append(area(new Square(Probe.i(3)))).toString();
  }

  private static String described(Object any) {
    return switch (any) {
      case null -> Probe.ref("none");
      case Integer i when Probe.b(i > 10) -> "large " + Probe.i(i);
      case Integer i -> "int " + Probe.i(i);
      case String text when text.isEmpty() || Probe.b(false) -> "empty";
      case String text -> {
        int length = Probe.i(text.length());
        yield Probe.ref(text) + length;
      }
      case Size size when Probe.ref(size) == Size.LARGE -> "large";
      case List<?> list -> "list " + Probe.ref(list.get(Probe.i(0)));
      default -> Probe.ref("other " + any);
    };
  }

  private static int area(Shape shape) {
    return 1000
        + switch (shape) {
          case Circle circle when Probe.i(circle.radius()) > 5 -> -1;
          case Circle circle -> 3 * Probe.i(circle.radius()) * circle.radius();
          case Square square -> Probe.i(square.side()) * square.side();
        };
  }
}
