package dev.respool.it.targets;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedList;
import java.util.List;

/** Classes and interfaces that meet in one local at a suspension. */
public final class MergedReferences {
  private MergedReferences() {}

  public static Object run() {
    StringBuilder out = new StringBuilder();
    for (int round = 0; round < 3; round++) {
      Collection<String> merged =
          Probe.i(round) == 0 ? new ArrayList<>() : round == 1 ? new LinkedList<>() : List.of("x");
      Object any = Probe.b(round == 1) ? "text" : Integer.valueOf(round);
      Comparable<?> both = round == 1 ? "text" : (Comparable<?>) Integer.valueOf(round);
      Probe.hit("merged");
      out.append(merged.size()).append(any).append(both);
    }
    return out.toString();
  }
}
