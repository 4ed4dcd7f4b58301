package dev.respool.it.scenarios.lost.fresh;

/** What a method without a result has computed. */
final class OfVoid {
  static int doubled;

  private OfVoid() {}
}
