package dev.respool.abi;

import java.lang.ref.WeakReference;

/**
 * A call at a {@link Site} on one class of receivers, which dispatch therefore leads to one method.
 * It does not keep the class alive.
 */
final class ToldCall extends WeakReference<Class<?>> {
  /** Of the class, which has one for life. */
  final int hash;

  /** Positive once it is proven where the call leads: then it is that of the callee. */
  private volatile int token;

  ToldCall(Class<?> type) {
    super(type);
    this.hash = type.hashCode();
    this.token = -Site.newToken();
  }

  /** Whoever reads a positive one sees that its callee is awake. */
  int token() {
    return token;
  }

  boolean isProven() {
    return token > 0;
  }

  /** Another one, from now on. */
  void tell(int other) {
    token = other;
  }
}
