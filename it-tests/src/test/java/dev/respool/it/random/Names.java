package dev.respool.it.random;

/** Names and numbers of a generated program, each of them once. */
final class Names {
  private int last;

  int number() {
    return ++last;
  }

  String variable() {
    return "v" + ++last;
  }

  String label() {
    return "l" + ++last;
  }
}
