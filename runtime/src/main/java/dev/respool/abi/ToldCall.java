package dev.respool.abi;

import java.lang.ref.WeakReference;

/**
 * A call at a {@link Site} on one class of receivers, which dispatch therefore leads to one method.
 * It does not keep the class alive.
 */
final class ToldCall extends WeakReference<Class<?>> {
  private final int site;

  /** Negative as long as it is not proven where the call leads; the same number otherwise. */
  private volatile int token;

  ToldCall(Class<?> type, int site, int number) {
    super(type);
    this.site = site;
    this.token = -number;
  }

  int site() {
    return site;
  }

  /** Whoever reads a positive one sees that its callee is awake. */
  int token() {
    return token;
  }

  /** The callee knows the positive token and takes it from now on. */
  void prove() {
    token = Math.abs(token);
  }
}
