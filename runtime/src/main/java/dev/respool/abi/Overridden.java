package dev.respool.abi;

import java.lang.StackWalker.StackFrame;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A method without a mark, which one that is suspendable overrides: a call that names it is no
 * suspension point.
 *
 * @param method as a supertype declares it
 * @param by the class of the override
 */
record Overridden(Method method, Class<?> by) {
  /** The nearest that the method of a frame overrides. */
  static Optional<Overridden> by(StackFrame override) {
    Class<?> type = override.getDeclaringClass();
    return supertypes(type)
        .flatMap(supertype -> Marks.declared(supertype, override).stream())
        .filter(method -> !Modifier.isPrivate(method.getModifiers()))
        .filter(method -> !Modifier.isStatic(method.getModifiers()))
        .filter(method -> !Marks.isMarked(method) && !Marks.isMarked(method.getDeclaringClass()))
        .findFirst()
        .map(method -> new Overridden(method, type));
  }

  private static Stream<Class<?>> supertypes(Class<?> type) {
    return Stream.concat(Stream.ofNullable(type.getSuperclass()), Stream.of(type.getInterfaces()))
        .flatMap(supertype -> Stream.concat(Stream.of(supertype), supertypes(supertype)));
  }

  private String name() {
    return method.getDeclaringClass().getName() + "." + method.getName();
  }

  String reason() {
    return "the call there is not a suspension point, because it names "
        + name()
        + ", which is not suspendable as the override in "
        + by.getName()
        + " is";
  }

  String remedy() {
    return Obstacle.isJdk(method.getDeclaringClass())
        ? "call it on a variable of the type " + by.getName()
        : "annotate " + name() + " with @Suspendable";
  }
}
