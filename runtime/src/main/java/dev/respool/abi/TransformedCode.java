package dev.respool.abi;

import java.lang.StackWalker.StackFrame;
import java.lang.reflect.Method;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What {@link Transformed} says of the code that runs in a frame on the stack.
 *
 * @param points the calls that are suspension points
 * @param lambdas the interface methods whose lambdas it is the body of
 * @param bound whether such a lambda always reaches it
 */
record TransformedCode(Set<String> points, Set<String> lambdas, boolean bound) {
  private static final String RESUME_METHOD = "(Ldev/respool/abi/Carrier;Ldev/respool/abi/Shapes$";
  static final String CARRIER = "Ldev/respool/abi/Carrier;)";

  private static final ClassValue<Map<String, Optional<TransformedCode>>> KNOWN =
      new ClassValue<>() {
        @Override
        protected Map<String, Optional<TransformedCode>> computeValue(Class<?> type) {
          return new ConcurrentHashMap<>();
        }
      };

  /** Empty if the method was not transformed, or is not to be seen because types are missing. */
  static Optional<TransformedCode> of(StackFrame frame) {
    Class<?> type = frame.getDeclaringClass();
    return KNOWN.get(type).computeIfAbsent(nameOf(frame), name -> read(type, frame));
  }

  /** Name and descriptor of the method that runs in a frame. */
  static String nameOf(StackFrame frame) {
    return frame.getMethodName() + frame.getDescriptor();
  }

  /** The same with the class. */
  static String boundNameOf(StackFrame frame) {
    String type = frame.getDeclaringClass().getName();
    int suffix = type.indexOf('/'); // of a hidden class
    return (suffix < 0 ? type : type.substring(0, suffix)) + "." + nameOf(frame);
  }

  /** Whether the code calls the method of the frame above it at a suspension point. */
  boolean hasPoint(StackFrame called) {
    return points.contains(nameOf(called)) || points.contains(boundNameOf(called));
  }

  private static Optional<TransformedCode> read(Class<?> type, StackFrame frame) {
    try {
      String descriptor = frame.getDescriptor();
      return Optional.ofNullable(
              descriptor.startsWith(RESUME_METHOD)
                  ? method(type, frame.getMethodName(), frame.getMethodType().parameterArray())
                  : factory(type, frame.getMethodName(), descriptor.replace(CARRIER, ")")))
          .map(method -> method.getAnnotation(Transformed.class))
          .map(TransformedCode::of);
    } catch (LinkageError e) {
      return Optional.empty(); // a type in the signature of some method of the class is missing
    }
  }

  private static Method factory(Class<?> type, String name, String descriptor) {
    String factory = GeneratedMethods.frameFactory(name, descriptor);
    return method(type, factory);
  }

  private static Method method(Class<?> type, String name, Class<?>... parameters) {
    try {
      return type.getDeclaredMethod(name, parameters);
    } catch (NoSuchMethodException e) {
      return null;
    }
  }

  private static TransformedCode of(Transformed said) {
    return new TransformedCode(Set.of(said.points()), Set.of(said.lambdas()), said.bound());
  }
}
