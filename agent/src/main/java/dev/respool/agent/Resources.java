package dev.respool.agent;

import java.io.IOException;
import java.io.InputStream;
import java.lang.ref.WeakReference;
import java.net.URL;
import java.util.Collections;
import java.util.Enumeration;

/**
 * The resources that one class loader hands out, without keeping the loader alive.
 *
 * <p>Some loaders hand out only their own: what they do not find is looked for in their parents,
 * and class files at last on the class path.
 */
final class Resources {
  /** Has only the boot loader above it, and nothing of its own. */
  private static final ClassLoader BOOT = new ClassLoader(null) {};

  private final WeakReference<ClassLoader> loader;

  private Resources(ClassLoader loader) {
    this.loader = new WeakReference<>(loader);
  }

  /**
   * @param loader null for the boot loader
   */
  static Resources of(ClassLoader loader) {
    return new Resources(loader == null ? BOOT : loader);
  }

  /** Whether the loader or one of its parents hands this out. */
  boolean has(String name) {
    for (ClassLoader at = loader.get(); at != null; at = at.getParent()) {
      if (at.getResource(name) != null) {
        return true;
      }
    }
    return false;
  }

  /** The stream, or null if there is no such resource. */
  InputStream open(String name) {
    for (ClassLoader at = loader.get(); at != null; at = at.getParent()) {
      InputStream found = at.getResourceAsStream(name);
      if (found != null) {
        return found;
      }
    }
    return ClassLoader.getSystemResourceAsStream(name);
  }

  /** Every resource of this name, the parents' included. */
  Enumeration<URL> all(String name) throws IOException {
    ClassLoader at = loader.get();
    return at == null ? Collections.emptyEnumeration() : at.getResources(name);
  }
}
