package dev.respool.it.targets;

import java.util.ArrayList;
import java.util.List;

/** References of several types, shared ones stay shared. */
public final class ReferenceLocals {
  private ReferenceLocals() {}

  public static Object run() {
    List<String> list = new ArrayList<>();
    List<String> same = list;
    int[] numbers = {1, 2, 3};
    Object opaque = "text";
    CharSequence chars = (CharSequence) opaque;
    Probe.hit("before");
    list.add("a");
    numbers[Probe.i(1)] = 20;
    same.add(Probe.ref("b"));
    return list + " " + (list == same) + " " + numbers[1] + " " + (chars == opaque);
  }
}
