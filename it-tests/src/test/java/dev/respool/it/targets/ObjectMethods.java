package dev.respool.it.targets;

/** Methods that Object declares too, overridden with suspensions and called by our type. */
public final class ObjectMethods {
  private ObjectMethods() {}

  private static final class Key implements Comparable<Key> {
    private final int id;

    Key(int id) {
      this.id = id;
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof Key key && Probe.i(key.id) == id;
    }

    @Override
    public int hashCode() {
      return Probe.i(id) * 31;
    }

    @Override
    public String toString() {
      return "key" + Probe.i(id);
    }

    @Override
    public int compareTo(Key other) {
      return Integer.compare(Probe.i(id), Probe.i(other.id));
    }
  }

  public static Object run() {
    Key a = new Key(1);
    Key b = new Key(2);
    return a.equals(b) + " " + a.hashCode() + b.toString() + a.compareTo(b) + b.equals(new Key(2));
  }
}
