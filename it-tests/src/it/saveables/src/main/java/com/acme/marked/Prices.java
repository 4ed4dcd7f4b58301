package com.acme.marked;

import dev.respool.Coroutine;
import dev.respool.Suspendable;
import java.util.function.IntUnaryOperator;
import java.util.function.UnaryOperator;

/** Holds a lambda and a method reference while it waits; its package is annotated. */
public class Prices {
  public static Coroutine<Object, Object> coroutine() {
    return Coroutine.create(first -> total(10));
  }

  @Suspendable
  private static String total(int price) {
    int rebate = price / 5;
    IntUnaryOperator reduced = n -> n - rebate;
    UnaryOperator<String> trimmed = String::trim;
    Object currency = Coroutine.yield("currency?");
    return trimmed.apply(" " + reduced.applyAsInt(price) + " " + currency + " ");
  }
}
