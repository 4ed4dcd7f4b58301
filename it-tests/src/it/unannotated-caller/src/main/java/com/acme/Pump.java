package com.acme;

import dev.respool.Coroutine;
import dev.respool.Suspendable;

public class Pump {
  @Suspendable
  static void drain() {
    open();
  }

  @Suspendable
  private static void open() {
    Coroutine.yield("open");
  }

  // Forgotten: @Suspendable
  public static void stop() {
    System.out.println("stopping");
    drain();
  }
}
