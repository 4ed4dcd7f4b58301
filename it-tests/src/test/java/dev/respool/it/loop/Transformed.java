package dev.respool.it.loop;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.respool.compiler.suspendable.Patterns;
import dev.respool.it.harness.ResourceBytes;
import dev.respool.it.harness.VerifyingLoader;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.List;
import java.util.stream.Stream;

/** Runs programs as the compiler transforms them. */
final class Transformed {
  private Transformed() {}

  /** Calls a public static method of a program, which must not have been refused. */
  @SuppressWarnings("unchecked")
  static <T> T call(Class<?> program, String method, Object... arguments) throws Exception {
    String name = program.getName();
    VerifyingLoader loader =
        new VerifyingLoader(new ResourceBytes(), Patterns.none(), owned -> owned.startsWith(name));
    Class<?> transformed = Class.forName(name, true, loader);
    assertEquals(List.of(), loader.refusals());
    try {
      return (T) find(transformed, method).invoke(null, arguments);
    } catch (InvocationTargetException e) {
      if (e.getCause() instanceof Error error) {
        throw error;
      }
      throw (Exception) e.getCause();
    }
  }

  private static Method find(Class<?> type, String name) {
    return Stream.of(type.getMethods())
        .filter(method -> method.getName().equals(name))
        .findFirst()
        .orElseThrow(() -> new AssertionError(type.getName() + " has no method " + name));
  }
}
