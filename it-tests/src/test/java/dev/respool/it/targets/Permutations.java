package dev.respool.it.targets;

/** Backtracking that swaps array elements around recursive calls. */
public final class Permutations {
  private Permutations() {}

  public static Object run() {
    StringBuilder out = new StringBuilder();
    permute(new char[] {'a', 'b', 'c'}, 0, out);
    return out.toString();
  }

  private static void permute(char[] letters, int from, StringBuilder out) {
    if (from == letters.length) {
      out.append(Probe.ref(new String(letters))).append(' ');
      return;
    }
    for (int i = from; i < letters.length; i++) {
      swap(letters, from, i);
      permute(letters, from + 1, out);
      swap(letters, from, i);
    }
  }

  private static void swap(char[] letters, int a, int b) {
    char kept = letters[a];
    letters[a] = letters[Probe.i(b)];
    letters[b] = kept;
  }
}
