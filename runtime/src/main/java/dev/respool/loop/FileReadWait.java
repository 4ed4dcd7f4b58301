package dev.respool.loop;

import dev.respool.inspect.WaitKind;
import java.nio.ByteBuffer;
import java.nio.channels.CompletionHandler;

/** Waits for one read of a file. */
final class FileReadWait extends ExternalWait implements CompletionHandler<Integer, Void> {
  private final AsyncFile file;
  private final ByteBuffer target;
  private final long position;

  FileReadWait(AsyncFile file, ByteBuffer target, long position) {
    this.file = file;
    this.target = target;
    this.position = position;
  }

  @Override
  void start() {
    file.channel().read(target, position, null, this);
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
  WaitKind kind() {
    return WaitKind.FILE;
  }

  @Override
  public String toString() {
    return "AsyncFile.read of " + file;
  }
}
