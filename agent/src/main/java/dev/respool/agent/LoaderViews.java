package dev.respool.agent;

import java.lang.ref.Reference;
import java.lang.ref.ReferenceQueue;
import java.lang.ref.WeakReference;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/**
 * One {@link LoaderView} for each class loader, as long as the loader lives.
 *
 * <p>Loaders are told apart by identity: their own {@code hashCode} is never called. A view is made
 * outside of any lock, because making it asks the loader; of two that are made at once, one wins.
 */
final class LoaderViews {
  private final Map<Key, LoaderView> views = new ConcurrentHashMap<>();
  private final ReferenceQueue<ClassLoader> gone = new ReferenceQueue<>();
  private final Function<ClassLoader, LoaderView> factory;
  private volatile LoaderView ofBootLoader;

  /**
   * @param factory makes a view; gets null for the boot loader
   */
  LoaderViews(Function<ClassLoader, LoaderView> factory) {
    this.factory = factory;
  }

  /**
   * @param loader null for the boot loader
   */
  LoaderView of(ClassLoader loader) {
    if (loader == null) {
      return ofBootLoader();
    }
    LoaderView known = views.get(new Key(loader, null));
    if (known != null) {
      return known;
    }
    forgetGone();
    LoaderView made = factory.apply(loader);
    LoaderView other = views.putIfAbsent(new Key(loader, gone), made);
    return other == null ? made : other;
  }

  private LoaderView ofBootLoader() {
    if (ofBootLoader == null) {
      ofBootLoader = factory.apply(null);
    }
    return ofBootLoader;
  }

  private void forgetGone() {
    for (Reference<?> key = gone.poll(); key != null; key = gone.poll()) {
      views.remove(key);
    }
  }

  /** Equal to itself, and to the other keys of its loader while that lives. */
  private static final class Key extends WeakReference<ClassLoader> {
    private final int hash;

    Key(ClassLoader loader, ReferenceQueue<ClassLoader> queue) {
      super(loader, queue);
      this.hash = System.identityHashCode(loader);
    }

    @Override
    public boolean equals(Object other) {
      if (this == other) {
        return true;
      }
      ClassLoader loader = get();
      return loader != null && other instanceof Key key && key.refersTo(loader);
    }

    @Override
    public int hashCode() {
      return hash;
    }
  }
}
