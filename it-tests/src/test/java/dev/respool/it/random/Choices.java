package dev.respool.it.random;

import java.util.EnumMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;

/** The decisions of a generator, from a list that jqwik can shorten; after its end all are 0. */
final class Choices {
  /** What a generated program may consist of. */
  enum Construct {
    ASSIGN,
    NOTE,
    DEEP_STACK,
    BRANCH,
    LOOP,
    MIDDLE_LOOP,
    NEW_DROPPED,
    NEW_DUP_X1,
    HANDLER,
    SWITCH
  }

  private final Iterator<Integer> decisions;
  private final Map<Construct, Integer> made = new EnumMap<>(Construct.class);

  Choices(List<Integer> decisions) {
    this.decisions = decisions.iterator();
  }

  /** From 0 up to, not including, the bound. */
  int next(int bound) {
    return decisions.hasNext() ? Math.floorMod(decisions.next(), bound) : 0;
  }

  boolean areLeft() {
    return decisions.hasNext();
  }

  Construct construct() {
    Construct[] all = Construct.values();
    Construct construct = all[next(all.length)];
    made.merge(construct, 1, Integer::sum);
    return construct;
  }

  Map<Construct, Integer> made() {
    return made;
  }
}
