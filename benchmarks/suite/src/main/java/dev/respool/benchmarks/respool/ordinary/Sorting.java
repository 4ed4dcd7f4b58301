package dev.respool.benchmarks.respool.ordinary;

import dev.respool.Suspendable;
import java.util.Comparator;

/** A merge sort with a comparator that is passed down. */
@Suspendable
final class Sorting implements Program {
  private static final int PRIME = 7_919;

  private final Integer[] numbers;

  Sorting(int first, int count) {
    numbers = new Integer[count];
    for (int i = 0; i < count; i++) {
      numbers[i] = first + i * PRIME % count;
    }
  }

  @Override
  public int run() {
    Integer[] sorted = numbers.clone();
    sort(sorted, 0, sorted.length, new Integer[sorted.length], Sorting::compareDown);
    int hash = 0;
    for (int number : sorted) {
      hash = 31 * hash + number;
    }
    return hash;
  }

  private static int compareDown(Integer one, Integer other) {
    if (one < 0) {
      Pause.at(one);
    }
    return Integer.compare(other, one);
  }

  private static void sort(
      Integer[] array, int from, int to, Integer[] room, Comparator<Integer> order) {
    if (to - from > 1) {
      int middle = (from + to) >>> 1;
      sort(array, from, middle, room, order);
      sort(array, middle, to, room, order);
      merge(array, from, middle, to, room, order);
    }
  }

  private static void merge(
      Integer[] array, int from, int middle, int to, Integer[] room, Comparator<Integer> order) {
    System.arraycopy(array, from, room, from, to - from);
    int left = from;
    int right = middle;
    for (int i = from; i < to; i++) {
      boolean isLeft = right == to || left < middle && order.compare(room[left], room[right]) <= 0;
      array[i] = isLeft ? room[left++] : room[right++];
    }
  }
}
