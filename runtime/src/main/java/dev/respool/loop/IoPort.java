package dev.respool.loop;

import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.AsynchronousCloseException;
import java.nio.channels.SelectableChannel;
import java.nio.channels.SelectionKey;

/**
 * One non-blocking channel and who waits for it: at most one task to take in (accept, read) and one
 * to put out (connect, write).
 *
 * <p>The interest in an operation stays when its wait is over, because the next wait usually
 * follows at once; it is taken back when the channel is ready and nobody waits.
 */
final class IoPort implements Closeable {
  private static final int IN = SelectionKey.OP_ACCEPT | SelectionKey.OP_READ;
  private static final int OUT = SelectionKey.OP_CONNECT | SelectionKey.OP_WRITE;

  private final SelectableChannel channel;
  private final String name;
  private volatile Reactor reactor;
  private SelectionKey key;
  private IoWatcher in;
  private IoWatcher out;

  /** The name says in errors what this is: "the connection to …". */
  IoPort(SelectableChannel channel, String name) {
    this.channel = channel;
    this.name = name;
  }

  SelectableChannel channel() {
    return channel;
  }

  /** Before a task uses the channel in a direction: nobody else may wait there. */
  void claim(TaskState task, int operation) {
    IoWatcher other = (operation & IN) != 0 ? in : out;
    if (other != null) {
      throw new IllegalStateException(
          other.client()
              + " waits in "
              + other
              + " already, and only one task at a time may read from a channel, or write to it; let"
              + " one task do it, or guard it with a Mutex");
    }
    Reactor own = task.reactor();
    if (reactor != own && (in != null || out != null)) {
      throw new IllegalStateException(
          name + " belongs to another event loop, a task of which waits for it: use it there");
    }
    if (reactor != own && key != null) {
      key.cancel(); // it has moved: the loop that it leaves must not hear of it any more
      key = null;
    }
    reactor = own;
  }

  /** Begins a wait; loop's thread. */
  void add(IoWatcher watcher) throws IOException {
    claim(watcher.client(), watcher.operation());
    if (key == null || !reactor.io().owns(key)) {
      key = reactor.io().register(this);
    }
    key.interestOpsOr(watcher.operation());
    set(watcher.operation(), watcher);
    reactor.io().waitBegins();
  }

  /** Ends a wait; loop's thread. Does nothing the second time. */
  void remove(IoWatcher watcher) {
    if (in == watcher || out == watcher) {
      set(watcher.operation(), null);
      reactor.io().waitEnds();
    }
  }

  /** Goes on waiting, but does not want to hear that the channel is ready. */
  void mute(IoWatcher watcher) {
    if (key.isValid()) {
      key.interestOpsAnd(~watcher.operation());
    }
  }

  /** Takes back {@link #mute}. */
  void unmute(IoWatcher watcher) {
    if (key.isValid()) {
      key.interestOpsOr(watcher.operation());
    }
  }

  private void set(int operation, IoWatcher watcher) {
    if ((operation & IN) != 0) {
      in = watcher;
    } else {
      out = watcher;
    }
  }

  /** The selector has found the channel ready. */
  void ready(int operations) {
    if ((operations & IN) != 0) {
      ready(in, operations & IN);
    }
    if ((operations & OUT) != 0) {
      ready(out, operations & OUT);
    }
  }

  private void ready(IoWatcher watcher, int operations) {
    if (watcher != null) {
      watcher.ready();
    } else if (key.isValid()) {
      key.interestOpsAnd(~operations);
    }
  }

  /**
   * Closes the channel; who waits for it gets an {@link AsynchronousCloseException}. Any thread.
   */
  @Override
  public void close() throws IOException {
    channel.close();
    Reactor loop = reactor;
    if (loop != null) {
      loop.execute(this::wakeWatchers);
    }
  }

  private void wakeWatchers() {
    for (IoWatcher watcher : new IoWatcher[] {in, out}) {
      if (watcher != null) {
        remove(watcher);
        watcher.closed();
      }
    }
  }

  @Override
  public String toString() {
    return name;
  }
}
