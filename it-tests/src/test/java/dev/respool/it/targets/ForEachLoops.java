package dev.respool.it.targets;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Enhanced for over arrays, lists and maps. */
public final class ForEachLoops {
  private ForEachLoops() {}

  public static Object run() {
    StringBuilder out = new StringBuilder();
    for (int n : new int[] {1, 2, 3}) {
      out.append(Probe.i(n));
    }
    for (long[] row : new long[][] {{1, 2}, {}, {3}}) {
      for (long cell : row) {
        out.append(Probe.l(cell));
      }
    }
    for (String text : List.of("a", "b")) {
      out.append(Probe.ref(text));
    }
    Map<String, Integer> map = new LinkedHashMap<>();
    map.put("x", 1);
    map.put("y", 2);
    for (Map.Entry<String, Integer> entry : map.entrySet()) {
      out.append(entry.getKey()).append(Probe.i(entry.getValue()));
    }
    return out.toString();
  }
}
