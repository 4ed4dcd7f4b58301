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
  private IoWait in;
  private IoWait out;

  /** The name says in errors what this is: "TcpConnection to …". */
  IoPort(SelectableChannel channel, String name) {
    this.channel = channel;
    this.name = name;
  }

  SelectableChannel channel() {
    return channel;
  }

  /** Before a task uses the channel in a direction: nobody else may wait there. */
  void claim(TaskState task, int operation) {
    IoWait other = (operation & IN) != 0 ? in : out;
    if (other != null) {
      throw new IllegalStateException(
          other.task()
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
  void add(IoWait wait) throws IOException {
    claim(wait.task(), wait.operation());
    if (key == null || !reactor.io().owns(key)) {
      key = reactor.io().register(this);
    }
    key.interestOpsOr(wait.operation());
    set(wait.operation(), wait);
    reactor.io().waitBegins();
  }

  /** Ends a wait; loop's thread. Does nothing the second time. */
  void remove(IoWait wait) {
    if (in == wait || out == wait) {
      set(wait.operation(), null);
      reactor.io().waitEnds();
    }
  }

  private void set(int operation, IoWait wait) {
    if ((operation & IN) != 0) {
      in = wait;
    } else {
      out = wait;
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

  private void ready(IoWait wait, int operations) {
    if (wait != null) {
      wait.ready();
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
      loop.execute(this::wakeWaiters);
    }
  }

  private void wakeWaiters() {
    for (IoWait wait : new IoWait[] {in, out}) {
      if (wait != null) {
        remove(wait);
        wait.fail(new AsynchronousCloseException());
      }
    }
  }

  @Override
  public String toString() {
    return name;
  }
}
