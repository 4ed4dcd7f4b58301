package dev.respool.it.random.crossing.plain;

import dev.respool.it.random.Route;
import dev.respool.it.random.crossing.Alpha;
import dev.respool.it.random.crossing.Far;
import dev.respool.it.random.crossing.Node;
import dev.respool.it.random.crossing.Statics;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Defines the fresh classes anew, and may go on with the route when it is asked for another. */
final class FreshLoader extends ClassLoader {
  private static final String PACKAGE = Node.class.getPackageName() + ".";
  private static final String FRESH = PACKAGE + "fresh.";
  private static final Map<String, byte[]> CLASS_FILES = new ConcurrentHashMap<>();

  private String called = "";

  FreshLoader() {
    super(FreshLoader.class.getClassLoader());
  }

  Node make(String name) {
    try {
      return (Node) loadClass(FRESH + name).getConstructor().newInstance();
    } catch (ReflectiveOperationException e) {
      throw new AssertionError(e);
    }
  }

  /** The method that is called by the name is called here first. */
  void callBefore(String name) {
    called = PACKAGE + name;
  }

  @Override
  protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
    if (name.equals(called)) {
      called = "";
      callFirst(name);
    }
    if (!name.startsWith(FRESH)) {
      return super.loadClass(name, resolve);
    }
    synchronized (getClassLoadingLock(name)) {
      Class<?> loaded = findLoadedClass(name);
      return loaded != null ? loaded : define(name);
    }
  }

  private static void callFirst(String name) {
    Route route = Route.current();
    int mark = route.enterForeign("class loader");
    try {
      Far far = new Alpha();
      int result = name.endsWith("Far") ? far.far(route, 4) : Statics.go(route, 4);
      route.note("loader " + result);
    } finally {
      route.leave(mark);
    }
  }

  private Class<?> define(String name) {
    byte[] classFile = CLASS_FILES.computeIfAbsent(name, FreshLoader::read);
    return defineClass(name, classFile, 0, classFile.length);
  }

  private static byte[] read(String name) {
    String file = "/" + name.replace('.', '/') + ".class";
    try (InputStream in = FreshLoader.class.getResourceAsStream(file)) {
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
