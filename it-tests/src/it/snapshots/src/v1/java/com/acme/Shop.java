package com.acme;

import dev.respool.Coroutine;
import dev.respool.Suspendable;

public class Shop {
  public static Coroutine<Object, Object> ordering() {
    return Coroutine.create(first -> order());
  }

  public static Coroutine<Object, Object> greeting() {
    return Coroutine.create(first -> greet());
  }

  @Suspendable
  private static String order() {
    int amount = 5;
    Object paid = Coroutine.yield("charge");
    return "paid " + amount + " " + paid;
  }

  @Suspendable
  private static String greet() {
    return "hello " + Coroutine.yield("name?");
  }
}
