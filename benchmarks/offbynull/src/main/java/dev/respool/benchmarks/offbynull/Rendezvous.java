package dev.respool.benchmarks.offbynull;

import com.offbynull.coroutines.user.Continuation;

/**
 * A channel without a buffer, for one receiver and any number of senders. Values travel in the
 * tasks; senders that wait are linked through them.
 */
final class Rendezvous {
  private final RunQueue queue;
  private Task receiver;
  private Task firstSender;
  private Task lastSender;

  Rendezvous(RunQueue queue) {
    this.queue = queue;
  }

  void send(Continuation c, Task sender, long value) {
    if (receiver == null) {
      enqueue(sender, value);
      c.suspend();
    } else {
      handOver(value);
    }
  }

  long receive(Continuation c, Task task) {
    Task sender = dequeue();
    if (sender == null) {
      receiver = task;
      c.suspend();
      return task.value;
    }
    queue.add(sender);
    return sender.value;
  }

  private void handOver(long value) {
    Task waiting = receiver;
    receiver = null;
    waiting.value = value;
    queue.add(waiting);
  }

  private void enqueue(Task sender, long value) {
    sender.value = value;
    if (firstSender == null) {
      firstSender = sender;
    } else {
      lastSender.behind = sender;
    }
    lastSender = sender;
  }

  private Task dequeue() {
    Task sender = firstSender;
    if (sender != null) {
      firstSender = sender.behind;
      sender.behind = null;
    }
    return sender;
  }
}
