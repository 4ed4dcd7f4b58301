package dev.respool.snapshot;

import java.util.Map;

/**
 * Defines classes of earlier versions from stored bytes; all others come from the living program.
 */
final class PinnedClasses extends ClassLoader {
  private final Map<String, byte[]> pinned;

  PinnedClasses(ClassLoader living, Map<String, byte[]> pinned) {
    super(living);
    this.pinned = pinned;
  }

  @Override
  protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
    byte[] bytes = pinned.get(name);
    if (bytes == null) {
      return super.loadClass(name, resolve);
    }
    synchronized (getClassLoadingLock(name)) {
      Class<?> loaded = findLoadedClass(name);
      return loaded == null ? defineClass(name, bytes, 0, bytes.length) : loaded;
    }
  }
}
