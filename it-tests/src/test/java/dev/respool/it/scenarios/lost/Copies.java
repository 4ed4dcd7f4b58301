package dev.respool.it.scenarios.lost;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/**
 * Defines the classes of the package {@code fresh} once more, so that they are initialised, linked
 * and called for the first time. The other classes are those of the original.
 */
class Copies extends ClassLoader {
  private static final String FRESH = Copies.class.getPackageName() + ".fresh.";

  private final Consumer<String> asked;
  private final UnaryOperator<byte[]> change;

  /** {@code asked} is told of each class that the JVM asks for. */
  Copies(Consumer<String> asked) {
    this(asked, classFile -> classFile);
  }

  Copies(Consumer<String> asked, UnaryOperator<byte[]> change) {
    super(Copies.class.getClassLoader());
    this.asked = asked;
    this.change = change;
  }

  /** The same constant of a copy of its class. */
  static Attempt of(Enum<?> original) throws ClassNotFoundException {
    return new Copies(name -> {}).copy(original);
  }

  Attempt copy(Enum<?> original) throws ClassNotFoundException {
    Class<?> type = loadClass(original.getDeclaringClass().getName());
    return (Attempt) type.getEnumConstants()[original.ordinal()];
  }

  @Override
  protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
    asked.accept(name);
    if (!name.startsWith(FRESH)) {
      return super.loadClass(name, resolve);
    }
    synchronized (getClassLoadingLock(name)) {
      Class<?> loaded = findLoadedClass(name);
      return loaded != null ? loaded : define(name);
    }
  }

  private Class<?> define(String name) {
    String file = "/" + name.replace('.', '/') + ".class";
    try (InputStream in = Copies.class.getResourceAsStream(file)) {
      byte[] classFile = change.apply(in.readAllBytes());
      return defineClass(name, classFile, 0, classFile.length);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
