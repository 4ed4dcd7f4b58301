package dev.respool.loop;

import java.io.IOException;

/** Waits until a channel is ready and the operation that was asked for is done. */
abstract class IoWait extends Wait {
  private final IoPort port;
  private final int operation;

  /** The operation is one of {@code SelectionKey}'s. */
  IoWait(IoPort port, int operation) {
    this.port = port;
    this.operation = operation;
  }

  IoPort port() {
    return port;
  }

  int operation() {
    return operation;
  }

  /** Tries to do it. Returns true if it is done, and has told the task then; false to wait on. */
  abstract boolean attempt() throws IOException;

  @Override
  void arm() throws IOException {
    port.add(this);
  }

  @Override
  void disarm() {
    port.remove(this);
  }

  /** The channel is ready. */
  final void ready() {
    try {
      if (attempt()) {
        port.remove(this);
      }
    } catch (IOException | RuntimeException e) {
      port.remove(this);
      fail(e);
    }
  }
}
