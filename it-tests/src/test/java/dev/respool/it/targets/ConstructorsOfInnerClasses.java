package dev.respool.it.targets;

import java.util.function.IntSupplier;

/** Inner, local and anonymous classes with captured values, whose construction suspends. */
public final class ConstructorsOfInnerClasses {
  private int own = 5;

  private ConstructorsOfInnerClasses() {}

  private class Inner {
    final int value;

    Inner(int n) {
      value = Probe.i(n) + own;
      own += Probe.i(value);
    }

    final class Innermost extends Inner {
      final int sum;

      Innermost() {
        super(Inner.this.value);
        sum = Probe.i(value) + Inner.this.value + own;
      }
    }
  }

  private abstract static class Shape {
    final String name;

    Shape(String name, long wide) {
      this.name = Probe.ref(name) + wide;
      Probe.hit(area() + "");
    }

    abstract int area();
  }

  private String local(int captured, double alsoCaptured) {
    class Local {
      final double sum;

      Local(double more) {
        sum = captured + Probe.d(more) + alsoCaptured;
      }

      Local next() {
        return new Local(sum + Probe.i(own));
      }
    }
    return "" + new Local(0.25).next().sum;
  }

  private Shape anonymous(int width) {
    return new Shape("rectangle" + width, width) {
      private final int height = Probe.i(own + width);

      {
        Probe.hit("initialiser " + height);
      }

      @Override
      int area() {
        return width * height;
      }
    };
  }

  private static IntSupplier functional(int n) {
    IntSupplier times =
        new IntSupplier() {
          private int calls = Probe.i(n);

          @Override
          public int getAsInt() {
            return Probe.i(calls++) * n;
          }
        };
    return () -> times.getAsInt() + times.getAsInt();
  }

  private static final class WithLambdas {
    private final IntSupplier first;
    private final IntSupplier second;
    private int state;

    WithLambdas(int n) {
      first = () -> Probe.i(n) + state++;
      state = first.getAsInt();
      int kept = Probe.i(state);
      second = () -> first.getAsInt() + Probe.i(kept);
      state += second.getAsInt();
    }
  }

  public static Object run() {
    ConstructorsOfInnerClasses outer = new ConstructorsOfInnerClasses();
    Inner inner = outer.new Inner(1);
    Inner.Innermost innermost = inner.new Innermost();
    Shape shape = outer.anonymous(3);
    WithLambdas lambdas = new WithLambdas(6);
    return inner.value
        + " "
        + innermost.sum
        + " "
        + outer.local(2, 0.5)
        + shape.name
        + shape.area()
        + functional(4).getAsInt()
        + lambdas.second.getAsInt()
        + lambdas.state;
  }
}
