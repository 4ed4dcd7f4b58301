package dev.respool.benchmarks.stackful;

import java.util.ArrayDeque;
import java.util.Queue;

/** A channel without buffer, for any number of senders and one receiver. */
final class Rendezvous {
  private record Sender(Object strand, long value) {}

  private final Strands strands;
  private final Queue<Sender> senders = new ArrayDeque<>(2);
  private Object receiver;
  private long handed;

  Rendezvous(Strands strands) {
    this.strands = strands;
  }

  void send(long value) {
    if (receiver == null) {
      senders.add(new Sender(strands.current(), value));
      strands.suspend();
    } else {
      handed = value;
      strands.wake(receiver);
      receiver = null;
    }
  }

  long receive() {
    Sender sender = senders.poll();
    if (sender != null) {
      strands.wake(sender.strand());
      return sender.value();
    }
    receiver = strands.current();
    strands.suspend();
    return handed;
  }
}
