package dev.respool.benchmarks.respool;

import dev.respool.Suspendable;
import dev.respool.benchmarks.Peer;
import dev.respool.loop.Channel;
import dev.respool.loop.EventLoop;
import dev.respool.loop.Tasks;

/** The workloads with channels, on the event loop; see {@link Peer}. */
final class LoopPrograms {
  private static final int CHILDREN = 10;

  private LoopPrograms() {}

  static long skynet(int leaves) {
    return EventLoop.run(
        () -> {
          Channel<Long> top = Channel.rendezvous();
          startNode(top, 0, leaves);
          return top.receive();
        });
  }

  private static void startNode(Channel<Long> parent, long number, int leaves) {
    if (leaves == 1) {
      Tasks.async(() -> parent.send(number));
    } else {
      Tasks.async(() -> parent.send(sumOfChildren(number, leaves / CHILDREN)));
    }
  }

  @Suspendable
  private static long sumOfChildren(long number, int leaves) {
    Channel<Long> children = Channel.rendezvous();
    for (int i = 0; i < CHILDREN; i++) {
      startNode(children, number + (long) i * leaves, leaves);
    }
    long sum = 0;
    for (int i = 0; i < CHILDREN; i++) {
      sum += children.receive();
    }
    return sum;
  }

  static int pingPong(int messages) {
    return EventLoop.run(
        () -> {
          Channel<Integer> there = Channel.rendezvous();
          Channel<Integer> back = Channel.rendezvous();
          Tasks.async(() -> pong(there, back, messages / 2));
          return ping(there, back, messages / 2);
        });
  }

  @Suspendable
  private static int ping(Channel<Integer> there, Channel<Integer> back, int rounds) {
    int last = -1;
    for (int i = 0; i < rounds; i++) {
      there.send(last + 1);
      last = back.receive();
    }
    return last;
  }

  @Suspendable
  private static void pong(Channel<Integer> there, Channel<Integer> back, int rounds) {
    for (int i = 0; i < rounds; i++) {
      back.send(there.receive() + 1);
    }
  }
}
