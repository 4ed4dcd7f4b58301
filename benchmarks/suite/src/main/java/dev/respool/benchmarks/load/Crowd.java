package dev.respool.benchmarks.load;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.EOFException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.util.ArrayList;
import java.util.List;

/** Connections that have each asked once and then stay open and silent. */
final class Crowd implements AutoCloseable {
  private static final byte[] REQUEST =
      "GET / HTTP/1.1\r\nHost: localhost\r\n\r\n".getBytes(US_ASCII);
  private static final int LARGEST_RESPONSE = 4096;

  private final List<SocketChannel> connections = new ArrayList<>();

  private Crowd() {}

  /**
   * Connects one after the other.
   *
   * @throws IOException if one is not accepted or not answered
   */
  static Crowd connect(int port, int size) throws IOException {
    Crowd crowd = new Crowd();
    try {
      for (int i = 0; i < size; i++) {
        crowd.add(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
      }
      return crowd;
    } catch (IOException e) {
      crowd.close();
      throw e;
    }
  }

  private void add(InetSocketAddress server) throws IOException {
    SocketChannel connection = SocketChannel.open(server);
    connections.add(connection);
    connection.write(ByteBuffer.wrap(REQUEST));
    if (connection.read(ByteBuffer.allocate(LARGEST_RESPONSE)) <= 0) {
      throw new EOFException("connection " + connections.size() + " was closed");
    }
  }

  int size() {
    return connections.size();
  }

  @Override
  public void close() throws IOException {
    for (SocketChannel connection : connections) {
      connection.close();
    }
  }
}
