package dev.respool.it.harness;

import dev.respool.compiler.suspendable.ClassBytes;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.util.function.Predicate;

/**
 * Defines the classes that it owns itself, from class files, with assertions on; its parent has the
 * others. It is not the boot loader, so HotSpot verifies what it defines.
 */
@SuppressWarnings("this-escape")
public class ChildFirstLoader extends ClassLoader {
  private final ClassBytes classes;
  private final Predicate<String> owns;

  /** {@code owns} is asked with dotted names. */
  public ChildFirstLoader(ClassBytes classes, Predicate<String> owns) {
    super(ChildFirstLoader.class.getClassLoader());
    this.classes = classes;
    this.owns = owns;
    setDefaultAssertionStatus(true);
  }

  /** What stands in the class file that is defined; here: what was found. */
  protected byte[] definition(byte[] classFile, String name) {
    return classFile;
  }

  @Override
  protected final Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
    if (!owns.test(name)) {
      return super.loadClass(name, resolve);
    }
    synchronized (getClassLoadingLock(name)) {
      Class<?> loaded = findLoadedClass(name);
      return loaded != null ? loaded : define(name);
    }
  }

  private Class<?> define(String name) throws ClassNotFoundException {
    byte[] definition = definition(name);
    return defineClass(name, definition, 0, definition.length);
  }

  private byte[] definition(String name) throws ClassNotFoundException {
    byte[] found =
        classes
            .find(name.replace('.', '/'))
            .orElseThrow(() -> new ClassNotFoundException(name + " has no class file"));
    return definition(found, name);
  }

  /** A class file that it owns is handed out as it is defined, for code that defines it again. */
  @Override
  public InputStream getResourceAsStream(String resource) {
    String name = resource.replaceFirst("\\.class$", "").replace('/', '.');
    if (!resource.endsWith(".class") || !owns.test(name)) {
      return super.getResourceAsStream(resource);
    }
    try {
      return new ByteArrayInputStream(definition(name));
    } catch (ClassNotFoundException e) {
      return null;
    }
  }
}
