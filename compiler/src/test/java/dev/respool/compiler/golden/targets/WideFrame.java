package dev.respool.compiler.golden.targets;

import dev.respool.Coroutine;
import dev.respool.Suspendable;

/** More live references and primitives than a typed frame holds. */
final class WideFrame {
  private WideFrame() {}

  @Suspendable
  static String run(String[] s, int[] n) {
    String a = s[0];
    String b = s[1];
    String c = s[2];
    String d = s[3];
    String e = s[4];
    String f = s[5];
    String g = s[6];
    int i = n[0];
    int j = n[1];
    int k = n[2];
    int l = n[3];
    long m = n[4];
    Coroutine.yield(s);
    return a + b + c + d + e + f + g + s[7] + i + j + k + l + m + n[5];
  }
}
