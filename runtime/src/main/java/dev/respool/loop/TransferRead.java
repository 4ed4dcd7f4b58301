package dev.respool.loop;

import dev.respool.inspect.WaitKind;
import java.nio.ByteBuffer;
import java.nio.channels.CompletionHandler;

/** Reads the next part of a file for a connection. */
final class TransferRead extends ExternalWait implements CompletionHandler<Integer, Void> {
  private final Transfer transfer;

  TransferRead(Transfer transfer) {
    this.transfer = transfer;
  }

  @Override
  void start() {
    ByteBuffer buffer = transfer.nextPart();
    transfer.file().channel().read(buffer, transfer.position(), null, this);
  }

  @Override
  public void completed(Integer count, Void nothing) {
    ended(null, count, null);
  }

  @Override
  public void failed(Throwable failure, Void nothing) {
    ended(null, 0, failure);
  }

  @Override
  void deliver(Object value, long count, Throwable failure) {
    if (failure != null) {
      fail(failure);
    } else if (count < 0) {
      succeedWith(transfer.transferred());
    } else {
      continueWith(new TransferWrite(transfer));
    }
  }

  @Override
  WaitKind kind() {
    return WaitKind.FILE;
  }

  @Override
  public String toString() {
    return transfer.toString();
  }
}
