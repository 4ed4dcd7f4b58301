package dev.respool.loop;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ReadableByteChannel;

/**
 * What has been read of a connection and not been asked for yet. It takes no memory while it is
 * empty, so a connection that waits for its next line costs little.
 */
final class InputBuffer {
  private static final ByteBuffer NONE = ByteBuffer.allocate(0);
  private static final int FIRST_CAPACITY = 4096;

  private ByteBuffer buffer = NONE; // from its position to its limit

  int size() {
    return buffer.remaining();
  }

  byte at(int index) {
    return buffer.get(buffer.position() + index);
  }

  /** Reads once from the channel; doubles its room if that is full. Returns as the channel does. */
  int fill(ReadableByteChannel channel) throws IOException {
    makeRoom();
    buffer.compact();
    try {
      return channel.read(buffer);
    } finally {
      buffer.flip();
      dropIfEmpty();
    }
  }

  private void makeRoom() {
    if (buffer.remaining() == buffer.capacity()) {
      int capacity = Math.max(FIRST_CAPACITY, 2 * buffer.capacity());
      buffer = ByteBuffer.allocate(capacity).put(buffer).flip();
    }
  }

  private void dropIfEmpty() {
    if (!buffer.hasRemaining()) {
      buffer = NONE;
    }
  }

  /** Moves as much as there is and fits. */
  int drainTo(ByteBuffer target) {
    int count = Math.min(buffer.remaining(), target.remaining());
    target.put(buffer.slice(buffer.position(), count));
    skip(count);
    return count;
  }

  byte[] take(int count) {
    byte[] bytes = new byte[count];
    buffer.get(bytes);
    dropIfEmpty();
    return bytes;
  }

  void skip(int count) {
    buffer.position(buffer.position() + count);
    dropIfEmpty();
  }

  /** Where the bytes first occur, from an index on; -1 if they do not. */
  int indexOf(byte[] bytes, int from) {
    for (int i = from; i <= size() - bytes.length; i++) {
      if (occursAt(i, bytes)) {
        return i;
      }
    }
    return -1;
  }

  private boolean occursAt(int index, byte[] bytes) {
    for (int i = 0; i < bytes.length; i++) {
      if (at(index + i) != bytes[i]) {
        return false;
      }
    }
    return true;
  }
}
