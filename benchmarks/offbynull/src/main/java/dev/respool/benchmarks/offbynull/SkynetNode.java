package dev.respool.benchmarks.offbynull;

import com.offbynull.coroutines.user.Continuation;

/** A node of W7's tree. */
final class SkynetNode extends Task {
  private final RunQueue queue;
  private final Rendezvous parent;
  private final long first;
  private final int leaves;

  private SkynetNode(RunQueue queue, Rendezvous parent, long first, int leaves) {
    this.queue = queue;
    this.parent = parent;
    this.first = first;
    this.leaves = leaves;
  }

  /** Runs a whole tree on a queue of its own. */
  static long sum(int leaves) {
    RunQueue queue = new RunQueue();
    Rendezvous sums = new Rendezvous(queue);
    queue.add(new SkynetNode(queue, sums, 0, leaves));
    Root root = new Root(sums);
    queue.add(root);
    queue.run();
    return root.sum;
  }

  @Override
  public void run(Continuation c) {
    if (leaves == 1) {
      parent.send(c, this, first);
      return;
    }
    Rendezvous sums = startChildren();
    long sum = 0;
    for (int child = 0; child < 10; child++) {
      sum += sums.receive(c, this);
    }
    parent.send(c, this, sum);
  }

  private Rendezvous startChildren() {
    Rendezvous sums = new Rendezvous(queue);
    int share = leaves / 10;
    for (int child = 0; child < 10; child++) {
      queue.add(new SkynetNode(queue, sums, first + (long) child * share, share));
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
    public void run(Continuation c) {
      sum = sums.receive(c, this);
    }
  }
}
