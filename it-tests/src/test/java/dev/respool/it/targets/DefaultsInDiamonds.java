package dev.respool.it.targets;

/** Default methods inherited along two paths, with generics and a bridge. */
public final class DefaultsInDiamonds {
  private DefaultsInDiamonds() {}

  private interface Source<T> {
    T next();

    default T skip(int count) {
      T last = next();
      for (int i = 0; i < count; i++) {
        last = next();
      }
      return last;
    }
  }

  private interface Numbers extends Source<Integer> {
    @Override
    default Integer skip(int count) {
      return Probe.i(Source.super.skip(count + Probe.i(1)));
    }
  }

  private interface Loud<T> extends Source<T> {}

  private static final class Count implements Numbers, Loud<Integer> {
    private int n;

    @Override
    public Integer next() {
      return Probe.i(n++);
    }
  }

  public static Object run() {
    Source<Integer> source = new Count();
    Loud<Integer> loud = new Count();
    return source.skip(1) + loud.skip(0);
  }
}
