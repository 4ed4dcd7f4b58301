package dev.respool.compiler.golden.targets;

import dev.respool.Coroutine;
import dev.respool.Suspendable;

/** A bound reference to a method that suspends. */
final class Reference {
  private final String name;

  Reference(String name) {
    this.name = name;
  }

  Coroutine<String, String> make() {
    return Coroutine.create(this::greet);
  }

  @Suspendable
  String greet(String greeting) {
    String end = Coroutine.yield(greeting);
    return name + end;
  }
}
