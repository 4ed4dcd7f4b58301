package dev.respool.it.targets.elsewhere;

import dev.respool.it.targets.Probe;

/** Has members that are protected. */
public class Ancestor {
  private final String name;

  protected Ancestor(String name) {
    this.name = name;
  }

  protected String greet(String greeting) {
    return Probe.ref(greeting) + " " + name;
  }

  public String leave(String word) {
    return name + " " + Probe.ref(word);
  }
}
