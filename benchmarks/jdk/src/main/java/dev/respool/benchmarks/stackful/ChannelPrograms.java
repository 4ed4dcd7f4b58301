package dev.respool.benchmarks.stackful;

import dev.respool.benchmarks.Peer;

/** The workloads with channels; see {@link Peer}. */
public final class ChannelPrograms {
  private static final int CHILDREN = 10;

  private final Strands strands;
  private long result;

  /**
   * Programs that have not been run.
   *
   * @param strands an idle queue
   */
  public ChannelPrograms(Strands strands) {
    this.strands = strands;
  }

  /**
   * {@link Peer#skynet}.
   *
   * @param leaves how many
   * @return the sum
   */
  public long skynet(int leaves) {
    strands.spawn(
        () -> {
          Rendezvous top = new Rendezvous(strands);
          strands.spawn(() -> node(top, 0, leaves));
          result = top.receive();
        });
    strands.run();
    return result;
  }

  private void node(Rendezvous parent, long number, int leaves) {
    parent.send(leaves == 1 ? number : sumOfChildren(number, leaves / CHILDREN));
  }

  private long sumOfChildren(long number, int leaves) {
    Rendezvous children = new Rendezvous(strands);
    for (int i = 0; i < CHILDREN; i++) {
      long first = number + (long) i * leaves;
      strands.spawn(() -> node(children, first, leaves));
    }
    long sum = 0;
    for (int i = 0; i < CHILDREN; i++) {
      sum += children.receive();
    }
    return sum;
  }

  /**
   * {@link Peer#pingPong}.
   *
   * @param messages how many
   * @return the last one
   */
  public int pingPong(int messages) {
    Rendezvous there = new Rendezvous(strands);
    Rendezvous back = new Rendezvous(strands);
    strands.spawn(() -> ping(there, back, messages / 2));
    strands.spawn(() -> pong(there, back, messages / 2));
    strands.run();
    return (int) result;
  }

  private void ping(Rendezvous there, Rendezvous back, int rounds) {
    long last = -1;
    for (int i = 0; i < rounds; i++) {
      there.send(last + 1);
      last = back.receive();
    }
    result = last;
  }

  private static void pong(Rendezvous there, Rendezvous back, int rounds) {
    for (int i = 0; i < rounds; i++) {
      back.send(there.receive() + 1);
    }
  }
}
