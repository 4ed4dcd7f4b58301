package com.acme;

import dev.respool.Suspendable;

public class Free {
  @Suspendable
  static void run() {
    Locked.free();
  }
}
