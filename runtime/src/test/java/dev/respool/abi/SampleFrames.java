package dev.respool.abi;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;

/** Frames of a method that does nothing. */
final class SampleFrames {
  private SampleFrames() {}

  /** A new frame with the cells of a shape. */
  static <F extends Frame> F of(Class<F> shape) {
    return of(shape, 1);
  }

  /** The same of a method with a slot of its own. */
  static <F extends Frame> F of(Class<F> shape, int slot) {
    return shape.cast(make(MethodHandles.lookup(), slot, MethodType.methodType(shape)));
  }

  /** A method of another class. */
  static SuspendableMethod elsewhere(int slot) {
    MethodType type = MethodType.methodType(Shapes.R0P0.class);
    return ((Frame) make(Elsewhere.LOOKUP, slot, type)).method();
  }

  static Shapes.Wide wide(int refs, int prims) {
    return (Shapes.Wide)
        make(
            MethodHandles.lookup(),
            1,
            MethodType.methodType(Shapes.Wide.class, int.class, int.class),
            refs,
            prims);
  }

  private static Object make(
      MethodHandles.Lookup lookup, int slot, MethodType type, Object... cells) {
    MethodType resume =
        MethodType.methodType(Object.class, Carrier.class, Frame.class, Object.class);
    try {
      return SuspendableMethod.link(
              lookup,
              "nothing",
              type,
              lookup.findStatic(lookup.lookupClass(), "nothing", resume),
              AbiVersion.CURRENT,
              "nothing\t()V\tSampleFrames.java",
              slot,
              1)
          .getTarget()
          .invokeWithArguments(cells);
    } catch (Throwable e) {
      throw new AssertionError(e);
    }
  }

  private static Object nothing(Carrier carrier, Frame frame, Object value) {
    return value;
  }

  private static final class Elsewhere {
    static final MethodHandles.Lookup LOOKUP = MethodHandles.lookup();

    private static Object nothing(Carrier carrier, Frame frame, Object value) {
      return value;
    }
  }
}
