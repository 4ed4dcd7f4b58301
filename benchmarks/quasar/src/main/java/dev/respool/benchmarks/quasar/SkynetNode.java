package dev.respool.benchmarks.quasar;

import co.paralleluniverse.fibers.SuspendExecution;

/** A node of W7's tree. */
final class SkynetNode extends Task {
  private final Rendezvous parent;
  private final long first;
  private final int leaves;

  private SkynetNode(Rendezvous parent, long first, int leaves) {
    this.parent = parent;
    this.first = first;
    this.leaves = leaves;
  }

  /** Runs a whole tree. */
  static long sum(int leaves) {
    Rendezvous sums = new Rendezvous();
    new SkynetNode(sums, 0, leaves).start();
    Root root = new Root(sums);
    root.start();
    RunQueue.run();
    return root.sum;
  }

  @Override
  protected Object run() throws SuspendExecution {
    if (leaves == 1) {
      parent.send(this, first);
      return null;
    }
    Rendezvous sums = startChildren();
    long sum = 0;
    for (int child = 0; child < 10; child++) {
      sum += sums.receive(this);
    }
    parent.send(this, sum);
    return null;
  }

  private Rendezvous startChildren() {
    Rendezvous sums = new Rendezvous();
    int share = leaves / 10;
    for (int child = 0; child < 10; child++) {
      new SkynetNode(sums, first + (long) child * share, share).start();
    }
    return sums;
  }

  /** Who receives the whole sum. */
  private static final class Root extends Task {
    private final Rendezvous sums;
    private long sum;

    Root(Rendezvous sums) {
      this.sums = sums;
    }

    @Override
    protected Object run() throws SuspendExecution {
      sum = sums.receive(this);
      return null;
    }
  }
}
