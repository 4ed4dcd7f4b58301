package dev.respool.it.targets;

/** Enums whose constants have bodies, fields and static lookups that suspend. */
public final class Enums {
  private Enums() {}

  private enum Operation {
    PLUS("+") {
      @Override
      int apply(int a, int b) {
        return Probe.i(a) + Probe.i(b);
      }
    },
    TIMES("*") {
      @Override
      int apply(int a, int b) {
        return a * Probe.i(b) * super.weight();
      }
    },
    NONE("");

    private final String sign;

    Operation(String sign) {
      this.sign = sign;
    }

    int apply(int a, int b) {
      return Probe.i(0);
    }

    int weight() {
      return Probe.i(ordinal());
    }

    static Operation of(String sign) {
      for (Operation operation : values()) {
        if (Probe.ref(operation.sign).equals(sign)) {
          return operation;
        }
      }
      throw new IllegalArgumentException(sign);
    }
  }

  public static Object run() {
    StringBuilder out = new StringBuilder();
    for (String sign : new String[] {"+", "*", ""}) {
      out.append(Operation.of(sign).apply(3, Probe.i(4))).append(sign);
    }
    return out.append(Operation.valueOf(Probe.ref("NONE")).weight()).toString();
  }
}
