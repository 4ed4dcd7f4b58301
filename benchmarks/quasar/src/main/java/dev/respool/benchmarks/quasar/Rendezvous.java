package dev.respool.benchmarks.quasar;

import co.paralleluniverse.fibers.Fiber;
import co.paralleluniverse.fibers.SuspendExecution;

/**
 * A channel without a buffer, for one receiver and any number of senders. Values travel in the
 * tasks; senders that wait are linked through them.
 */
final class Rendezvous {
  private Task receiver;
  private Task firstSender;
  private Task lastSender;

  void send(Task sender, long value) throws SuspendExecution {
    if (receiver == null) {
      enqueue(sender, value);
      Fiber.park();
    } else {
      handOver(value);
    }
  }

  long receive(Task task) throws SuspendExecution {
    Task sender = dequeue();
    if (sender == null) {
      receiver = task;
      Fiber.park();
      return task.value;
    }
    sender.unpark();
    return sender.value;
  }

  private void handOver(long value) {
    Task waiting = receiver;
    receiver = null;
    waiting.value = value;
    waiting.unpark();
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
