package dev.respool.loop;

import dev.respool.inspect.WaitKind;
import java.nio.ByteBuffer;
import java.nio.channels.CompletionHandler;

/** Waits until a file has taken all bytes of a buffer. */
final class FileWriteWait extends ExternalWait implements CompletionHandler<Integer, Void> {
  private final AsyncFile file;
  private final ByteBuffer source;
  private long position;

  FileWriteWait(AsyncFile file, ByteBuffer source, long position) {
    this.file = file;
    this.source = source;
    this.position = position;
  }

  @Override
  void start() {
    file.channel().write(source, position, null, this);
  }

  @Override
  public void completed(Integer count, Void nothing) {
    position += count;
    if (!source.hasRemaining()) {
      ended(null, 0, null);
      return;
    }
    try {
      start();
    } catch (RuntimeException e) {
      ended(null, 0, e);
    }
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
    return "AsyncFile.write of " + file;
  }
}
