package dev.respool.snapshot;

import dev.respool.abi.PointLayout;
import dev.respool.abi.SavedFrame;
import dev.respool.abi.SuspendableCode;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Map;

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
 * @param memo remembers how it is written
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
    PointLayout layout,
    EncodedPlace.Memo memo) {
  /** By the layout itself: each point has one. */
  private static final ClassValue<Map<PointLayout, Place>> KNOWN =
      new ClassValue<>() {
        @Override
        protected Map<PointLayout, Place> computeValue(Class<?> owner) {
          return Collections.synchronizedMap(new IdentityHashMap<>());
        }
      };

  /** The place at which a frame stands. */
  static Place of(SavedFrame frame) {
    Map<PointLayout, Place> known = KNOWN.get(frame.code().owner());
    return known.computeIfAbsent(frame.layout(), layout -> describe(frame));
  }

  private static Place describe(SavedFrame frame) {
    SuspendableCode method = frame.code();
    StackTraceElement at = method.element(frame.point());
    return new Place(
        method.owner().getName(),
        method.name(),
        method.descriptor(),
        at.getFileName() == null ? "" : at.getFileName(),
        at.getLineNumber(),
        method.isAdapter(),
        CodeVersion.known(method.version()),
        Outline.of(method),
        frame.layout(),
        new EncodedPlace.Memo());
  }

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
