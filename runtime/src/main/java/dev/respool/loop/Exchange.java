package dev.respool.loop;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.CancellationException;

/**
 * What a channel holds: values, those who wait for one and those who wait to get rid of one. It
 * knows nothing of tasks and threads.
 *
 * <p>A value is handed over in one step, so it is at any time in one of three hands: the sender's,
 * the buffer's, the receiver's. Receivers wait only if the buffer is empty, senders only if it is
 * full. Both kinds wait only if a {@link Select} does both, as it cannot serve itself.
 */
final class Exchange<T> {
  private final int capacity;
  private final Overflow overflow;
  private final Queue<T> buffer;
  private final WaitQueue<Sender<T>> senders = new WaitQueue<>();
  private final WaitQueue<Receiver<T>> receivers = new WaitQueue<>();
  private List<Runnable> watchers; // replaced by each change; null if there are none, as mostly
  private boolean closed;
  private Throwable cause;

  Exchange(int capacity, Overflow overflow) {
    this.capacity = capacity;
    this.overflow = overflow;
    this.buffer = new ArrayDeque<>(Math.min(capacity, 16));
  }

  WaitQueue<Sender<T>> senders() {
    return senders;
  }

  WaitQueue<Receiver<T>> receivers() {
    return receivers;
  }

  /** Whether somebody is to be told of a change, so that only one thread may make one. */
  boolean isWatched() {
    return !senders.isEmpty() || !receivers.isEmpty() || watchers != null;
  }

  int size() {
    return buffer.size();
  }

  boolean isClosed() {
    return closed;
  }

  /** Why it was closed; null if it was closed without cause, or is open. */
  Throwable cause() {
    return cause;
  }

  /** Whether nothing can be received any more. */
  boolean isDrained() {
    return closed && buffer.isEmpty();
  }

  /** Whether {@link #offer} would not leave the sender waiting. */
  boolean canSend() {
    return closed || !waits() || !receivers.isEmpty() || buffer.size() < capacity;
  }

  /** Whether {@link #take} would find a value, or nobody will ever find one. */
  boolean canReceive() {
    return closed || !buffer.isEmpty() || !senders.isEmpty();
  }

  /** Whether a sender waits if there is no room. */
  boolean waits() {
    return overflow == Overflow.SUSPEND;
  }

  /** Sends a value if there is a receiver or room; tells whether it did. */
  boolean offer(T value) {
    Objects.requireNonNull(
        value, "a channel carries no null: it would mean 'closed'; send an Optional instead");
    if (closed) {
      throw ChannelClosedException.of("send to", cause);
    }
    boolean sent = hand(value) || store(value);
    if (sent) {
      changed();
    }
    return sent;
  }

  private boolean hand(T value) {
    Receiver<T> receiver = receivers.poll();
    if (receiver != null) {
      receiver.receive(value);
    }
    return receiver != null;
  }

  private boolean store(T value) {
    if (buffer.size() == capacity) {
      if (overflow != Overflow.DROP_OLDEST) {
        return false;
      }
      buffer.remove();
    }
    return buffer.add(value);
  }

  /** The oldest value, or null; makes room for the sender that has waited longest. */
  T take() {
    T value = buffer.poll();
    Sender<T> sender = senders.poll();
    if (sender != null) {
      sender.taken();
      if (value == null) {
        value = sender.value();
      } else {
        buffer.add(sender.value());
      }
    }
    if (value != null) {
      changed();
    }
    return value;
  }

  /** Ends it, the first time that it is called; the cause may be null. */
  void close(Throwable why) {
    if (closed) {
      return;
    }
    closed = true;
    cause = why;
    for (Receiver<T> next = receivers.poll(); next != null; next = receivers.poll()) {
      next.closed(why);
    }
    for (Sender<T> next = senders.poll(); next != null; next = senders.poll()) {
      next.closed(why);
    }
    changed();
  }

  /** Ends it and drops what it holds. */
  void cancel() {
    buffer.clear();
    close(new CancellationException("the channel was cancelled"));
    changed();
  }

  /** From now on each change is told to the watcher, which runs no code of programs. */
  void watch(Runnable watcher) {
    List<Runnable> more = watchers == null ? new ArrayList<>() : new ArrayList<>(watchers);
    more.add(watcher);
    watchers = more;
  }

  void unwatch(Runnable watcher) {
    if (watchers != null) {
      List<Runnable> fewer = new ArrayList<>(watchers);
      fewer.remove(watcher);
      watchers = fewer.isEmpty() ? null : fewer;
    }
  }

  void changed() {
    if (watchers != null) {
      watchers.forEach(Runnable::run);
    }
  }
}
