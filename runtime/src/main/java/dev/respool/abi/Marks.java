package dev.respool.abi;

import java.lang.StackWalker.StackFrame;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Method;
import java.util.Optional;
import java.util.stream.Stream;

/** Which methods have the mark {@code @Suspendable}, and which have no place for one. */
final class Marks {
  private static final String MARK = "dev.respool.Suspendable";

  private Marks() {}

  /** The body of a lambda has the mark of the method in which it is written. */
  static boolean isBodyOfLambda(StackFrame frame) {
    return frame.getMethodName().indexOf('$') > 0
        || frame.getDeclaringClass().isSynthetic()
        || methodOf(frame).map(Method::isSynthetic).orElse(false);
  }

  /** Whether the method or its class has it. */
  static boolean isMarked(StackFrame frame) {
    return isMarked(frame.getDeclaringClass())
        || methodOf(frame).map(Marks::isMarked).orElse(false);
  }

  static boolean isMarked(AnnotatedElement element) {
    return Stream.of(element.getDeclaredAnnotations())
        .anyMatch(annotation -> annotation.annotationType().getName().equals(MARK));
  }

  /** Empty for a constructor, too. */
  private static Optional<Method> methodOf(StackFrame frame) {
    return declared(frame.getDeclaringClass(), frame);
  }

  /** The method of the frame's name and parameters that a class declares. */
  static Optional<Method> declared(Class<?> type, StackFrame frame) {
    try {
      Class<?>[] parameters = frame.getMethodType().parameterArray();
      return Optional.of(type.getDeclaredMethod(frame.getMethodName(), parameters));
    } catch (NoSuchMethodException | LinkageError e) {
      return Optional.empty();
    }
  }
}
