package dev.respool.abi;

import java.util.List;
import java.util.stream.Stream;

/**
 * A suspending method of the runtime, which is written by hand: it calls {@link Suspension#enter}
 * first and {@link Suspension#suspend} last.
 */
public final class LeafMethod {
  private final List<String> names;
  private final ProvenCalls proven = new ProvenCalls();

  private LeafMethod(List<String> names) {
    this.names = names;
    proven.open();
  }

  /**
   * A leaf; each has one for as long as it can be called.
   *
   * @param name of the method
   * @param descriptors its erased descriptor (JVMS 4.3.3), and those of its bridges
   * @return to be given to {@link Suspension#suspend}
   */
  public static LeafMethod of(String name, String... descriptors) {
    return new LeafMethod(Stream.of(descriptors).map(name::concat).toList());
  }

  /** Whether it is called by that name and descriptor. */
  boolean isNamed(String name) {
    return names.contains(name);
  }

  ProvenCalls proven() {
    return proven;
  }

  @Override
  public String toString() {
    return names.get(0);
  }
}
