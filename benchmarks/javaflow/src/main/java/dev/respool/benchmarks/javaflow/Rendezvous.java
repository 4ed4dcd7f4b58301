package dev.respool.benchmarks.javaflow;

import org.apache.commons.javaflow.api.Continuation;
import org.apache.commons.javaflow.api.continuable;

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

  @continuable
  void send(Task sender, long value) {
    if (receiver == null) {
      enqueue(sender, value);
      Continuation.suspend();
    } else {
      handOver(value);
    }
  }

  @continuable
  long receive(Task task) {
    Task sender = dequeue();
    if (sender == null) {
      receiver = task;
      Continuation.suspend();
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
