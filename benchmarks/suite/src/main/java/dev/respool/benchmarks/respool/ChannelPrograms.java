package dev.respool.benchmarks.respool;

import dev.respool.Suspendable;
import dev.respool.benchmarks.Peer;

/** The workloads with channels, on the hand-made queue; see {@link Peer}. */
final class ChannelPrograms {
  private static final int CHILDREN = 10;

  private final RunQueue queue = new RunQueue();
  private long result;

  long skynet(int leaves) {
    queue.spawn(
        self -> {
          Rendezvous top = new Rendezvous(queue);
          startNode(top, 0, leaves);
          result = top.receive(self);
          return null;
        });
    queue.run();
    return result;
  }

  private void startNode(Rendezvous parent, long number, int leaves) {
    if (leaves == 1) {
      queue.spawn(
          self -> {
            parent.send(self, number);
            return null;
          });
    } else {
      queue.spawn(
          self -> {
            parent.send(self, sumOfChildren(self, number, leaves / CHILDREN));
            return null;
          });
    }
  }

  @Suspendable
  private long sumOfChildren(Strand self, long number, int leaves) {
    Rendezvous children = new Rendezvous(queue);
    for (int i = 0; i < CHILDREN; i++) {
      startNode(children, number + (long) i * leaves, leaves);
    }
    long sum = 0;
    for (int i = 0; i < CHILDREN; i++) {
      sum += children.receive(self);
    }
    return sum;
  }

  int pingPong(int messages) {
    Rendezvous there = new Rendezvous(queue);
    Rendezvous back = new Rendezvous(queue);
    queue.spawn(self -> ping(self, there, back, messages / 2));
    queue.spawn(self -> pong(self, there, back, messages / 2));
    queue.run();
    return (int) result;
  }

  @Suspendable
  private Object ping(Strand self, Rendezvous there, Rendezvous back, int rounds) {
    long last = -1;
    for (int i = 0; i < rounds; i++) {
      there.send(self, last + 1);
      last = back.receive(self);
    }
    result = last;
    return null;
  }

  @Suspendable
  private static Object pong(Strand self, Rendezvous there, Rendezvous back, int rounds) {
    for (int i = 0; i < rounds; i++) {
      back.send(self, there.receive(self) + 1);
    }
    return null;
  }
}
