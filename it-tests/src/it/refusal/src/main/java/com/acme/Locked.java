package com.acme;

import dev.respool.Coroutine;
import dev.respool.Suspendable;

public class Locked {
  @Suspendable
  static void free() {
    Coroutine.yield("free");
  }

  @Suspendable
  static synchronized void locked() {
    Coroutine.yield("locked");
  }
}
