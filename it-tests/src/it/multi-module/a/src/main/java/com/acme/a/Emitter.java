package com.acme.a;

import dev.respool.Suspendable;
import dev.respool.Yielder;

public class Emitter {
  @Suspendable
  public static void twice(String text, Yielder<String> g) {
    g.yield(text);
    g.yield(text);
  }
}
