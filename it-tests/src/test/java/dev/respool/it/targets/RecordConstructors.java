package dev.respool.it.targets;

import java.util.List;

/** Compact, canonical and other constructors of records, generic and nested. */
public final class RecordConstructors {
  private RecordConstructors() {}

  private record Range(int low, long high) {
    Range {
      if (low > high) {
        int swapped = Probe.i(low);
        low = (int) Probe.l(high);
        high = swapped;
      }
      Probe.hit(low + ".." + high);
    }

    Range(int low) {
      this(low, low + 10L);
      Probe.hit("open");
    }

    Range() {
      this(1);
    }
  }

  private record Named<T>(String name, T value, double weight) {
    Named(String name, T value, double weight) {
      this.name = Probe.ref(name);
      this.value = value;
      this.weight = weight + Probe.d(weight);
      Probe.hit("named " + this.name);
    }

    static <T> Named<T> of(T value) {
      return new Named<>(Probe.ref("of"), value, 0.5);
    }
  }

  private record Checked(int value) {
    Checked {
      if (Probe.i(value) < 0) {
        Probe.fail("negative");
      }
    }
  }

  public static Object run() {
    Range range = new Range(Probe.i(9), 3);
    Named<Range> named = Named.of(new Range());
    String failed = "";
    try {
      failed += new Checked(1) + " " + new Checked(-1);
    } catch (IllegalStateException e) {
      failed += Probe.ref(e.getMessage());
    }
    List<Object> all = List.of(range, named, new Range(4), new Named<>("list", List.of(1), 1));
    return all + failed + range.equals(new Range(3, 9)) + named.hashCode() % 1;
  }
}
