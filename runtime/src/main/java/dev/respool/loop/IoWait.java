package dev.respool.loop;

import dev.respool.inspect.WaitKind;
import java.io.IOException;
import java.nio.channels.AsynchronousCloseException;

/** Waits until a channel is ready and the operation that was asked for is done. */
abstract class IoWait extends Wait implements IoWatcher {
  private final IoPort port;
  private final int operation;

  /** The operation is one of {@code SelectionKey}'s. */
  IoWait(IoPort port, int operation) {
    this.port = port;
    this.operation = operation;
  }

  final IoPort port() {
    return port;
  }

  @Override
  public final TaskState client() {
    return task();
  }

  @Override
  public final int operation() {
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

  @Override
  public final void ready() {
    try {
      if (attempt()) {
        disarm();
      }
    } catch (IOException | RuntimeException e) {
      disarm();
      fail(e);
    }
  }

  @Override
  public void closed() {
    disarm();
    fail(new AsynchronousCloseException());
  }

  @Override
  WaitKind kind() {
    return WaitKind.SOCKET;
  }
}
