package dev.respool.benchmarks.respool;

import dev.respool.Coroutine;
import dev.respool.Suspendable;

/**
 * A channel made by hand, without buffer, for any number of senders and one receiver. Values travel
 * in the strands, and senders that wait are linked through themselves.
 */
final class Rendezvous {
  private final RunQueue queue;
  private Strand receiver;
  private Strand firstSender;
  private Strand lastSender;

  Rendezvous(RunQueue queue) {
    this.queue = queue;
  }

  @Suspendable
  void send(Strand self, long value) {
    if (receiver == null) {
      enqueue(self, value);
      Coroutine.yield();
    } else {
      receiver.value = value;
      queue.wake(receiver);
      receiver = null;
    }
  }

  @Suspendable
  long receive(Strand self) {
    Strand sender = dequeue();
    if (sender != null) {
      queue.wake(sender);
      return sender.value;
    }
    receiver = self;
    Coroutine.yield();
    return self.value;
  }

  private void enqueue(Strand sender, long value) {
    sender.value = value;
    if (firstSender == null) {
      firstSender = sender;
    } else {
      lastSender.behind = sender;
    }
    lastSender = sender;
  }

  private Strand dequeue() {
    Strand sender = firstSender;
    if (sender != null) {
      firstSender = sender.behind;
      sender.behind = null;
    }
    return sender;
  }
}
