package dev.respool.benchmarks;

/** What a peer answers to a workload that it has no means for. */
final class Absent {
  private Absent() {}

  static UnsupportedOperationException in(Peer peer, String workload) {
    return new UnsupportedOperationException(peer.name() + " has no means for " + workload);
  }
}
