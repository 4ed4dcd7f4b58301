package dev.respool.abi;

/**
 * A suspending method of the runtime, which is written by hand: it calls {@link Suspension#enter}
 * first and {@link Suspension#suspend} last.
 */
public final class LeafMethod {
  private final String name;
  private final ProvenCalls proven = new ProvenCalls();

  private LeafMethod(String name) {
    this.name = name;
    proven.open();
  }

  /**
   * A leaf; each has one for as long as it can be called.
   *
   * @param name of the method
   * @param descriptor its erased descriptor (JVMS 4.3.3)
   * @return to be given to {@link Suspension#suspend}
   */
  public static LeafMethod of(String name, String descriptor) {
    return new LeafMethod(name + descriptor);
  }

  /** Name and descriptor. */
  String name() {
    return name;
  }

  ProvenCalls proven() {
    return proven;
  }

  @Override
  public String toString() {
    return name;
  }
}
