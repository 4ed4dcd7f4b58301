package dev.respool.compiler.analysis;

import java.util.Arrays;
import java.util.Collection;

/**
 * Which instructions are reached through certain others only, by the algorithm of Cooper, Harvey
 * and Kennedy. It takes about as long as one walk through the method, where leaving out one
 * instruction after the other would take a walk for each.
 */
public final class Dominators {
  private static final int UNKNOWN = -1;

  private final ControlFlow flow;
  private final int[] numbers; // by instruction, in reverse postorder from 1 on; 0 if not reached
  private final int[] instructions; // by number; 0 stands for what enters the starts
  private final int[] parents; // by number: the nearest that dominates it, of a lower number

  /**
   * Analyses a method.
   *
   * @param flow of the method
   * @param size how many instructions it has
   * @param starts where its code is entered; those behind the last instruction do not count
   */
  public Dominators(ControlFlow flow, int size, Collection<Integer> starts) {
    this.flow = flow;
    this.numbers = new int[size];
    this.instructions = new Postorder(size).reversedFrom(starts);
    this.parents = new int[instructions.length];
    for (int number = 1; number < instructions.length; number++) {
      numbers[instructions[number]] = number;
    }
    Arrays.fill(parents, UNKNOWN);
    for (int start : starts) {
      if (start < size) {
        parents[numbers[start]] = 0;
      }
    }
    while (raiseAll()) {
      // until nothing changes: mostly once, and once more for each nested loop entered in its
      // middle
    }
  }

  /**
   * Sums up weights.
   *
   * @param weights by instruction
   * @return by instruction, the weights of all that are reached only through it, its own included;
   *     0 for what is not reached
   */
  public int[] dominated(int[] weights) {
    int[] sums = new int[instructions.length];
    int[] dominated = new int[weights.length];
    for (int number = instructions.length - 1; number > 0; number--) {
      sums[number] += weights[instructions[number]];
      sums[parents[number]] += sums[number];
      dominated[instructions[number]] = sums[number];
    }
    return dominated;
  }

  private boolean raiseAll() {
    boolean raised = false;
    for (int number = 1; number < instructions.length; number++) {
      raised |= raise(flow.following(instructions[number]), number);
      raised |= raise(flow.handlers(instructions[number]), number);
    }
    return raised;
  }

  /** Each follower is dominated by what dominates both its parent and this. */
  private boolean raise(int[] followers, int number) {
    boolean raised = false;
    for (int follower : followers) {
      int known = parents[numbers[follower]];
      int common = known == UNKNOWN ? number : common(known, number);
      parents[numbers[follower]] = common;
      raised |= common != known;
    }
    return raised;
  }

  private int common(int one, int other) {
    int first = one;
    int second = other;
    while (first != second) {
      if (first > second) {
        first = parents[first];
      } else {
        second = parents[second];
      }
    }
    return first;
  }

  /** A depth-first walk without recursion. */
  private final class Postorder {
    private final boolean[] seen;
    private final int[] open;
    private final int[] next; // by instruction: which of its followers comes next
    private final int[] order;
    private int left;
    private int count;

    Postorder(int size) {
      this.seen = new boolean[size];
      this.open = new int[size];
      this.next = new int[size];
      this.order = new int[size];
    }

    /** From 1 on. */
    int[] reversedFrom(Collection<Integer> starts) {
      for (int start : starts) {
        if (start < seen.length) {
          visit(start);
        }
      }
      int[] reversed = new int[count + 1];
      for (int i = 0; i < count; i++) {
        reversed[count - i] = order[i];
      }
      return reversed;
    }

    private void visit(int start) {
      push(start);
      while (left > 0) {
        int index = open[left - 1];
        int follower = next[index]++;
        int[] following = flow.following(index);
        int[] handlers = flow.handlers(index);
        if (follower < following.length) {
          push(following[follower]);
        } else if (follower < following.length + handlers.length) {
          push(handlers[follower - following.length]);
        } else {
          order[count++] = index;
          left--;
        }
      }
    }

    private void push(int index) {
      if (!seen[index]) {
        seen[index] = true;
        open[left++] = index;
      }
    }
  }
}
