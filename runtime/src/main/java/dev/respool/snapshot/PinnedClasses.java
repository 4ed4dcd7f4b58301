package dev.respool.snapshot;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.util.Map;

/**
 * Defines classes of earlier versions from stored bytes; all others come from the living program.
 */
final class PinnedClasses extends ClassLoader {
  private static final String CLASS = ".class";

  /** The JVM says it in stack traces, and when old code may not use what is not public. */
  private static final String NAME = "pinned by SnapshotPolicy.withCode";

  private final Map<String, byte[]> pinned;

  PinnedClasses(ClassLoader living, Map<String, byte[]> pinned) {
    super(NAME, living);
    this.pinned = pinned;
  }

  /** A pinned class's file is the one that was stored, so that it can be stored again. */
  @Override
  public InputStream getResourceAsStream(String name) {
    boolean classFile = name.endsWith(CLASS);
    String type = name.substring(0, name.length() - (classFile ? CLASS.length() : 0));
    byte[] bytes = classFile ? pinned.get(type.replace('/', '.')) : null;
    return bytes == null ? super.getResourceAsStream(name) : new ByteArrayInputStream(bytes);
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
