package dev.respool.it.targets.marked;

import dev.respool.Suspendable;
import dev.respool.it.targets.Probe;
import java.io.IOException;
import java.io.InputStream;
import java.util.Set;

/**
 * A class initialiser that calls the very method whose call has started it, and does not suspend.
 * Each call that suspends is the first of its class: a loader defines it anew.
 */
public final class InitialisedByCalls {
  private InitialisedByCalls() {}

  /** How the classes of a loader are entered. */
  public interface Doubling {
    @Suspendable
    int apply(int n);
  }

  /** Its own first caller. */
  public static final class Constants {
    static final int EIGHT = twice(4);

    @Suspendable
    static int twice(int n) {
      return 2 * (n == 4 ? n : Probe.i(n));
    }
  }

  /** The next one. */
  public static final class Caller implements Doubling {
    @Override
    public int apply(int n) {
      return 100 * Constants.twice(n) + Constants.EIGHT;
    }
  }

  /** Knows the two classes by their own names. */
  private static final class Fresh extends ClassLoader {
    private static final Set<String> OWN =
        Set.of(Constants.class.getName(), Caller.class.getName());

    Fresh() {
      super(InitialisedByCalls.class.getClassLoader());
    }

    Doubling caller() throws ReflectiveOperationException {
      return (Doubling) loadClass(Caller.class.getName()).getConstructor().newInstance();
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
      if (!OWN.contains(name)) {
        return super.loadClass(name, resolve);
      }
      synchronized (getClassLoadingLock(name)) {
        Class<?> loaded = findLoadedClass(name);
        return loaded != null ? loaded : define(name);
      }
    }

    private Class<?> define(String name) throws ClassNotFoundException {
      try (InputStream in = getParent().getResourceAsStream(name.replace('.', '/') + ".class")) {
        byte[] classFile = in.readAllBytes();
        return defineClass(name, classFile, 0, classFile.length);
      } catch (IOException e) {
        throw new ClassNotFoundException(name, e);
      }
    }
  }

  @Suspendable
  public static Object run() throws ReflectiveOperationException {
    StringBuilder all = new StringBuilder();
    for (int i = 10; i < 13; i++) {
      Doubling fresh = new Fresh().caller();
      all.append(fresh.apply(i)).append(' ').append(fresh.apply(4)).append(' ');
    }
    return all.toString();
  }
}
