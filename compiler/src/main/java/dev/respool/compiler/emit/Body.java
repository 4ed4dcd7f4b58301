package dev.respool.compiler.emit;

import dev.respool.compiler.plan.StackMap;
import dev.respool.compiler.plan.SuspensionPoint;
import java.util.List;
import org.objectweb.asm.Type;

/** What the two bodies of a method do differently while the original code is copied. */
interface Body {
  /** Added to the slot of each local of the original. */
  int shift();

  /** Whether the instruction at an index of the original is part of this body. */
  boolean keeps(int index);

  /** Whether it is entered behind its calls, those too that are not part of it themselves. */
  default boolean isResumed() {
    return false;
  }

  /** Whether the code is that of the constructor itself, which may assign final fields. */
  boolean mayAssignFinals();

  /** Whether the activation may be dormant, and have null for its carrier. */
  boolean mayBeDormant();

  /** Puts the carrier on the stack. */
  void loadCarrier();

  /** Puts the entry on the stack; only if the method tells its callees something. */
  void loadEntry();

  /** Whether code that is not in the source has lines at which no debugger stops. */
  boolean isDebuggable();

  /**
   * Writes what follows the copy of the label at an index of the original, or stands before that of
   * another instruction; mostly nothing.
   */
  default void at(int index) {}

  /** What the stack map frame at an index of the original says of the locals. */
  List<Object> localsAt(int index);

  /** Writes the stack map frame that stands at an index of the original. */
  void frame(int index);

  /** Writes a stack map frame with the given types. */
  void frame(StackMap types);

  /**
   * Writes what follows a suspension point; {@code copied} says whether the call itself is part of
   * this body.
   */
  void after(SuspensionPoint point, boolean copied, boolean frameFollows);

  /** object -> nothing; writes the {@code monitorenter} at an index of the original. */
  void enterMonitor(int index);

  /** Writes what begins a handler of the program's own: the exception is on top of the stack. */
  void caught();

  /** Returns the value on top of the stack as the original does. */
  void returnValue(Type type);
}
