package dev.respool.it.targets;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Arrays of objects under construction, built in one expression. */
public final class NewArraysAndObjects {
  private NewArraysAndObjects() {}

  private record Row(String name, int[] cells, List<?> more) {
    String text() {
      return name + Arrays.toString(cells) + more;
    }
  }

  public static Object run() {
    Row[] rows = {
      new Row(Probe.ref("a"), new int[] {Probe.i(1), 2}, new ArrayList<>(List.of(Probe.i(3)))),
      new Row("b", new int[Probe.i(1)], List.of()),
      null,
      new Row(new String(new char[] {Probe.letter('c'), 'd'}), null, List.of(new int[0].length))
    };
    StringBuilder out = new StringBuilder(new String(Probe.ref("rows")).concat(Probe.ref(":")));
    for (Row row : rows) {
      out.append(row == null ? Probe.ref(null) : row.text());
    }
    return out.toString();
  }
}
