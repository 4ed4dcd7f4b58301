package dev.respool.abi;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Method;

/**
 * The generated method that makes the frames of a transformed method, called without a capture. It
 * is looked up when the first frame is asked for, and that initialises its class.
 */
final class FrameFactory {
  private final Method method;
  private MethodHandle newFrame; // found when it is first asked for

  FrameFactory(Method method) {
    this.method = method;
  }

  /** The class of the transformed method. */
  Class<?> owner() {
    return method.getDeclaringClass();
  }

  /** One of {@link Shapes}. */
  Class<?> shape() {
    return method.getReturnType();
  }

  /**
   * Makes a frame with empty cells.
   *
   * @throws IllegalStateException if the class's package is not open to this module: says which
   *     line its {@code module-info} needs
   */
  Frame newFrame() {
    try {
      if (newFrame == null) {
        newFrame = find();
      }
      return (Frame) newFrame.invokeExact();
    } catch (RuntimeException | Error e) {
      throw e;
    } catch (Throwable e) {
      throw new AssertionError("a frame factory throws no checked exception", e);
    }
  }

  private MethodHandle find() throws ReflectiveOperationException {
    Class<?> owner = owner();
    FrameFactory.class.getModule().addReads(owner.getModule());
    try {
      return MethodHandles.privateLookupIn(owner, MethodHandles.lookup())
          .findStatic(owner, method.getName(), MethodType.methodType(shape()))
          .asType(MethodType.methodType(Frame.class));
    } catch (IllegalAccessException e) {
      throw new IllegalStateException(notOpen(owner), e);
    }
  }

  private static String notOpen(Class<?> owner) {
    return "module "
        + owner.getModule().getName()
        + " does not let Respool make frames of its methods: add the line '"
        + SuspendableCode.opensLine(owner)
        + "' to its module-info.java";
  }
}
