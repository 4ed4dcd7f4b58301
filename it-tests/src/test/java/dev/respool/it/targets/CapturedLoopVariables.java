package dev.respool.it.targets;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntSupplier;

/** Functions made in loops keep their own variables. */
public final class CapturedLoopVariables {
  private CapturedLoopVariables() {}

  public static Object run() {
    List<IntSupplier> all = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      int own = Probe.i(i);
      for (String text : new String[] {"a", "bb"}) {
        all.add(() -> Probe.i(own * 10 + text.length()));
      }
    }
    int sum = 0;
    for (IntSupplier one : all) {
      sum = sum * 3 + one.getAsInt();
    }
    return sum;
  }
}
