package dev.respool.abi;

import java.lang.ref.WeakReference;

/**
 * A call at a {@link Site} on one class of receivers, which dispatch therefore leads to one method.
 * It does not keep the class alive.
 */
final class ToldCall extends WeakReference<Class<?>> {
  /** Of the class, which has one for life. */
  final int hash;

  /** Positive once it is proven where the call leads. */
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

  /** The callee knows the positive token, and takes it from now on. */
  void prove() {
    token = Math.abs(token);
  }

  /** The callee knows the token no more; there will be another one. */
  void disprove() {
    token = -Site.newToken();
  }
}
