package dev.respool.loop;

import dev.respool.Suspendable;

/**
 * Talks to one client of a server.
 *
 * @param <C> the kind of connection
 */
@FunctionalInterface
public interface ConnectionHandler<C extends StreamConnection> {
  /**
   * Runs in a task of its own, on the loop's thread; may suspend. The server closes the connection
   * when the task has ended, its children included.
   *
   * @param connection to the client
   * @throws Exception a failure, which the server reports and survives
   */
  @Suspendable
  void handle(C connection) throws Exception;
}
