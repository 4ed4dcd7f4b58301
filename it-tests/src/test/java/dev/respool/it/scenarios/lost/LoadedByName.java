package dev.respool.it.scenarios.lost;

import dev.respool.Suspendable;

/**
 * A class loader whose entrance is suspendable. The JVM itself calls it when it links a call, and
 * leaves no frame between the two.
 */
public final class LoadedByName extends Copies {
  private final String name;
  private final int argument;

  /** Passes with the argument when it is asked for the class. */
  LoadedByName(String name, int argument) {
    super(asked -> {});
    this.name = name;
    this.argument = argument;
  }

  /** One that the JVM asks for this class. */
  static LoadedByName linking() {
    return new LoadedByName(LoadedByName.class.getName(), Current.INNER);
  }

  @Override
  @Suspendable
  public Class<?> loadClass(String asked) throws ClassNotFoundException {
    if (asked.equals(name)) {
      Current.pass(argument);
    }
    return super.loadClass(asked);
  }
}
