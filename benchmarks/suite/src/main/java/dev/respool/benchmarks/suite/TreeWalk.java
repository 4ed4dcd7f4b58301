package dev.respool.benchmarks.suite;

import dev.respool.benchmarks.Peer;
import dev.respool.benchmarks.Peers;
import dev.respool.benchmarks.Tree;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Setup;

/** W3: an in-order walk by recursion with a yield at each node, per node. */
public class TreeWalk extends PeerBenchmark {
  private static final int NODES = 65_535;

  /** Who walks. */
  @Param({
    "respool",
    "respool-generator",
    "loom",
    "threads",
    "kotlin",
    "kotlin-plain",
    "kotlin-sequence",
    "javaflow",
    "offbynull",
    "kilim",
    "quasar"
  })
  public String peer;

  private Peer chosen;
  private Tree tree;

  /** For JMH. */
  public TreeWalk() {}

  /** Makes the tree. */
  @Setup
  public void grow() {
    chosen = Peers.named(peer);
    tree = Tree.balanced(NODES);
  }

  /**
   * The whole walk.
   *
   * @return a hash of what was yielded
   */
  @Benchmark
  @OperationsPerInvocation(NODES)
  public int walk() {
    return chosen.walk(tree);
  }
}
