package dev.respool.netty;

import dev.respool.Suspendable;

/** What a {@link CoroutineHandler} runs for its connection. */
@FunctionalInterface
public interface ConnectionBody {
  /**
   * Runs on the thread of the connection's event loop; may suspend. The connection is closed when
   * this ends.
   *
   * @param connection to the peer
   * @throws Exception for the failure handler
   */
  @Suspendable
  void run(NettyConnection connection) throws Exception;
}
