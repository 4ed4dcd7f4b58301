package dev.respool.it.random;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.RandomDistribution;

/** The decisions of a generator, from a list that jqwik can shorten; after its end all are 0. */
final class Choices {
  private final Deque<Integer> decisions;
  private final Set<Enum<?>> made;

  Choices(List<Integer> decisions) {
    this(decisions, new HashSet<>());
  }

  private Choices(List<Integer> decisions, Set<Enum<?>> made) {
    this.decisions = new ArrayDeque<>(decisions);
    this.made = made;
  }

  /** For jqwik to draw, of every length. */
  static Arbitrary<List<Integer>> decisions(int most) {
    return Arbitraries.integers()
        .between(0, 10_000)
        .withDistribution(RandomDistribution.uniform())
        .withoutEdgeCases()
        .list()
        .ofMaxSize(most)
        .withSizeDistribution(RandomDistribution.uniform())
        .withoutEdgeCases();
  }

  /** The first of the decisions, taken away from the others. */
  Choices part(int parts) {
    List<Integer> taken = new ArrayList<>();
    for (int left = decisions.size() / parts; left > 0; left--) {
      taken.add(decisions.pop());
    }
    return new Choices(taken, made);
  }

  /** From 0 up to, not including, the bound. */
  int next(int bound) {
    return areLeft() ? Math.floorMod(decisions.pop(), bound) : 0;
  }

  boolean areLeft() {
    return !decisions.isEmpty();
  }

  /** One of the constants; the first where no decision is left. */
  <E extends Enum<E>> E pick(Class<E> constructs) {
    E[] all = constructs.getEnumConstants();
    E picked = all[next(all.length)];
    made.add(picked);
    return picked;
  }

  /** All that was picked. */
  Set<Enum<?>> made() {
    return made;
  }
}
