package dev.respool.corpus.verify;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The verifier of the JVM that this runs in. Classes of loaders other than its own are verified
 * unless that is switched off; linking a class verifies it and does not initialise it.
 */
final class HotSpotVerifier extends ClassLoader {
  private final Map<String, byte[]> classes = new HashMap<>();

  HotSpotVerifier(ClassLoader parent) {
    super(parent);
  }

  void add(String internalName, byte[] bytes) {
    classes.put(internalName.replace('/', '.'), bytes);
  }

  /** What the JVM has against a class that was added. */
  List<Fault> faults(String internalName) {
    try {
      // Asking for members links the class (JVM_GetClassDeclaredConstructors).
      Class.forName(internalName.replace('/', '.'), false, this).getDeclaredConstructors();
      return List.of();
    } catch (ClassNotFoundException | LinkageError | SecurityException e) {
      return List.of(Fault.of("HotSpot", e));
    }
  }

  @Override
  protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
    synchronized (getClassLoadingLock(name)) {
      Class<?> loaded = findLoadedClass(name);
      if (loaded != null) {
        return loaded;
      }
      byte[] bytes = classes.get(name);
      return bytes == null
          ? super.loadClass(name, resolve)
          : defineClass(name, bytes, 0, bytes.length);
    }
  }
}
