package dev.respool.netty;

/** Told of a connection whose body has failed. */
@FunctionalInterface
public interface FailureHandler {
  /**
   * Runs on the thread of the connection's event loop; may not suspend.
   *
   * @param connection which is being closed
   * @param failure what the body threw
   */
  void failed(NettyConnection connection, Throwable failure);
}
