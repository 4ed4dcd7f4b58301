package dev.respool.benchmarks.servers;

/** A server that listens on the loopback interface, on a port of its choice. */
@FunctionalInterface
interface Peer {
  /**
   * Begins to serve on threads of its own, and goes on until the JVM ends.
   *
   * @return the port
   */
  int start() throws Exception;
}
