package dev.respool.snapshot;

import dev.respool.abi.PointLayout;

/**
 * Where an activation stands, in the words of the source.
 *
 * @param owner the class, dotted
 * @param method its name
 * @param descriptor its descriptor
 * @param file the source file; empty if the class does not say
 * @param line the source line, or -1
 * @param adapter whether people did not write the method
 * @param version of the class, in hexadecimal digits
 * @param outline of the method
 * @param layout what a frame holds there
 */
record Place(
    String owner,
    String method,
    String descriptor,
    String file,
    int line,
    boolean adapter,
    String version,
    Outline outline,
    PointLayout layout) {

  @Override
  public String toString() {
    String at = file.isEmpty() ? "Unknown Source" : line < 0 ? file : file + ":" + line;
    return owner + "." + method + "(" + at + ")";
  }

  /** As people call a slot. */
  String name(int slot) {
    PointLayout.Slot at = layout.slots().get(slot);
    if (at.isHidden()) {
      return "(without a name)";
    }
    return at.name().charAt(0) == '.' ? "operand " + at.name().substring(1) : at.name();
  }
}
