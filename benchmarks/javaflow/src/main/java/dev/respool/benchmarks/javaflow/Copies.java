package dev.respool.benchmarks.javaflow;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.invoke.MethodHandles;
import java.util.ArrayList;
import java.util.List;

/**
 * Makes more kinds of a class than there is source for: a class defined again is another class to
 * the JVM and its JIT compilers, with methods and profiles of its own.
 */
final class Copies {
  private Copies() {}

  /** Instances of so many copies of each class. */
  static <T> List<T> of(Class<T> type, int copies, List<Class<? extends T>> originals) {
    List<T> instances = new ArrayList<>();
    for (Class<? extends T> original : originals) {
      byte[] classFile = classFile(original);
      for (int copy = 0; copy < copies; copy++) {
        instances.add(type.cast(instance(classFile)));
      }
    }
    return instances;
  }

  private static Object instance(byte[] classFile) {
    try {
      Class<?> copy = MethodHandles.lookup().defineHiddenClass(classFile, true).lookupClass();
      return copy.getDeclaredConstructor().newInstance();
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("A class cannot be copied", e);
    }
  }

  private static byte[] classFile(Class<?> type) {
    String name = "/" + type.getName().replace('.', '/') + ".class";
    try (InputStream in = type.getResourceAsStream(name)) {
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
