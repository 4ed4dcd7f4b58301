package dev.respool.loop;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ReadableByteChannel;
import java.nio.channels.SocketChannel;

/**
 * What goes over a socket, both ways.
 *
 * <p>A read that gets less than it has room for has got everything. Until the selector tells of
 * more, further reads do not ask the system in vain. So a client that answers fast is served when
 * it is its turn, as all others are.
 */
final class SocketBytes implements ReadableByteChannel {
  private final SocketChannel channel;
  private boolean drained;
  private IOException failure; // null unless the connection is broken

  SocketBytes(SocketChannel channel) {
    this.channel = channel;
  }

  /** Notes that there may be more to read. */
  void readable() {
    drained = false;
  }

  @Override
  public int read(ByteBuffer target) throws IOException {
    if (drained && channel.isOpen()) {
      return 0;
    }
    int room = target.remaining();
    try {
      int count = channel.read(target);
      drained = count >= 0 && count < room;
      return count;
    } catch (IOException e) {
      failure = e;
      throw e;
    }
  }

  long write(ByteBuffer... sources) throws IOException {
    try {
      return channel.write(sources);
    } catch (IOException e) {
      failure = e;
      throw e;
    }
  }

  /** Whether this is what the system has said of the connection, or comes of it. */
  boolean hasCaused(Throwable thrown) {
    for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
      if (cause == failure) {
        return true;
      }
    }
    return false;
  }

  @Override
  public boolean isOpen() {
    return channel.isOpen();
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
