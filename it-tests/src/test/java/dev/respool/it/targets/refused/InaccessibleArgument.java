package dev.respool.it.targets.refused;

import dev.respool.it.targets.Probe;
import dev.respool.it.targets.elsewhere.Builders;

/** A value of a class that may not be named is passed on as one behind a suspension. */
public final class InaccessibleArgument {
  private InaccessibleArgument() {}

  public static Object run() {
    var builder = Builders.create();
    Probe.ref("a");
    return Builders.take(builder);
  }
}
