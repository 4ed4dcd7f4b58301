package dev.respool.loop;

import java.io.IOException;
import java.net.SocketAddress;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.AsynchronousCloseException;
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;

/** One attempt to connect to one address; owns its socket until it has succeeded. */
final class ConnectAttempt implements IoWatcher {
  private final ConnectWait race;
  private final SocketAddress address;
  private SocketChannel channel; // null until it is open
  private IoPort port;

  ConnectAttempt(ConnectWait race, SocketAddress address) {
    this.race = race;
    this.address = address;
  }

  private boolean isUnix() {
    return address instanceof UnixDomainSocketAddress;
  }

  /** Begins; tells the race of an end that comes at once, too. */
  void start() {
    try {
      channel = isUnix() ? SocketChannel.open(StandardProtocolFamily.UNIX) : SocketChannel.open();
      channel.configureBlocking(false);
      port = new IoPort(channel, "the connection to " + address);
      if (channel.connect(address)) {
        connected();
      } else {
        port.add(this);
      }
    } catch (IOException | RuntimeException e) {
      lost(e);
    }
  }

  private void connected() throws IOException {
    race.won(this, isUnix() ? new UnixSocket(channel, port) : new TcpConnection(channel, port));
  }

  @Override
  public TaskState client() {
    return race.task();
  }

  @Override
  public int operation() {
    return SelectionKey.OP_CONNECT;
  }

  @Override
  public void ready() {
    try {
      if (channel.finishConnect()) {
        port.remove(this);
        connected();
      }
    } catch (IOException | RuntimeException e) {
      lost(e);
    }
  }

  @Override
  public void closed() {
    race.lost(this, new AsynchronousCloseException());
  }

  private void lost(Exception cause) {
    stop();
    race.lost(this, cause);
  }

  /** Gives up. */
  void stop() {
    if (port != null) {
      port.remove(this);
    }
    if (channel != null) {
      close();
    }
  }

  private void close() {
    try {
      channel.close();
    } catch (IOException e) {
      // the socket is of no use any more, and nobody asked for it
    }
  }

  @Override
  public String toString() {
    return "connect to " + address;
  }
}
