package dev.respool.it.targets;

import java.util.HashMap;
import java.util.Map;

/** Boxing and unboxing around suspensions, also of null. */
public final class Boxing {
  private Boxing() {}

  public static Object run() {
    Integer a = Probe.i(1);
    int b = a + Probe.ref(Integer.valueOf(2));
    Long c = Probe.l(b) + a;
    Map<String, Integer> counts = new HashMap<>();
    counts.put("k", counts.getOrDefault(Probe.ref("k"), 0) + Probe.i(1));
    counts.put("k", counts.get("k") + Probe.i(1));
    Character d = Probe.letter('d');
    double e = Probe.ref(Float.valueOf(1.5f));
    Boolean f = Probe.b(c > 2) ? Boolean.TRUE : null;
    Integer none = null;
    try {
      b += Probe.i(1) + (none == null ? Probe.ref(0) : none);
      int fails = Probe.ref(none);
      return "not reached " + fails;
    } catch (NullPointerException failed) {
      return b + " " + c + counts + d + e + f;
    }
  }
}
