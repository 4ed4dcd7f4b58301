package com.acme;

import dev.respool.Coroutine;
import dev.respool.Suspendable;
import java.util.List;

public class Pump {
  @Suspendable
  static void fill(Object liquid) {
    Coroutine.yield(liquid);
  }

  @Suspendable
  public static void drain(List<Object> liquids) {
    liquids.forEach(liquid -> fill(liquid));
  }

  // No problem: the coroutine suspends, not the thread's function.
  public static void start(List<Object> liquids) {
    new Thread(() -> Coroutine.create(() -> drain(liquids)).resume()).start();
  }
}
