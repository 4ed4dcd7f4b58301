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

  /** The same of a method with a hash of its own. */
  static <F extends Frame> F of(Class<F> shape, int hash) {
    return shape.cast(make(hash, MethodType.methodType(shape)));
  }

  static Shapes.Wide wide(int refs, int prims) {
    return (Shapes.Wide)
        make(1, MethodType.methodType(Shapes.Wide.class, int.class, int.class), refs, prims);
  }

  private static Object make(int hash, MethodType type, Object... cells) {
    MethodType resume =
        MethodType.methodType(Object.class, Carrier.class, Frame.class, Object.class);
    try {
      MethodHandles.Lookup lookup = MethodHandles.lookup();
      return SuspendableMethod.link(
              lookup,
              "nothing",
              type,
              lookup.findStatic(SampleFrames.class, "nothing", resume),
              AbiVersion.CURRENT,
              "nothing\t()V\tSampleFrames.java",
              hash,
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
}
