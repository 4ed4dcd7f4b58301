package com.acme;

import dev.respool.Coroutine;
import dev.respool.Suspendable;

/** Needs the runtime, whose version the BOM says. */
class Pump {
  @Suspendable
  static Object drain() {
    return Coroutine.yield("water");
  }
}
