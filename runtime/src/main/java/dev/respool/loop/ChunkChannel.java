package dev.respool.loop;

import java.nio.ByteBuffer;
import java.nio.channels.ReadableByteChannel;

/** A pipe as a channel that never blocks: it gives what has come. */
final class ChunkChannel implements ReadableByteChannel {
  private ByteBuffer rest = ByteBuffer.allocate(0); // null at the end

  /** Takes what has come; only after the last chunk is used up. Null is the end. */
  void add(ByteBuffer chunk) {
    rest = chunk;
  }

  @Override
  public int read(ByteBuffer target) {
    if (rest == null) {
      return -1;
    }
    int count = Math.min(rest.remaining(), target.remaining());
    target.put(rest.slice(rest.position(), count));
    rest.position(rest.position() + count);
    return count;
  }

  @Override
  public boolean isOpen() {
    return true;
  }

  @Override
  public void close() {
    // the pipe is the process's
  }
}
