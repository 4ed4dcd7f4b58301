package dev.respool.benchmarks.servers;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.DataInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.util.stream.Stream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@Timeout(60)
class PeersTest {
  private static final byte[] REQUEST =
      "GET / HTTP/1.1\r\nHost: localhost\r\n\r\n".getBytes(US_ASCII);

  static Stream<Peer> peers() {
    Stream<Peer> everywhere =
        Stream.of(new RespoolSockets(), new RespoolOnNetty(), new BareNetty());
    return Runtime.version().feature() < 21
        ? everywhere
        : Stream.concat(everywhere, Stream.of(new VirtualThreads()));
  }

  @ParameterizedTest
  @MethodSource("peers")
  void each_peer_answers_request_after_request_on_one_connection(Peer peer) throws Exception {
    int port = peer.start();
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      for (int i = 0; i < 3; i++) {
        socket.getOutputStream().write(REQUEST);
        assertEquals(Hello.TEXT, body(new DataInputStream(socket.getInputStream())));
      }
    }
  }

  @ParameterizedTest
  @MethodSource("peers")
  void a_request_may_arrive_in_pieces(Peer peer) throws Exception {
    int port = peer.start();
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      socket.setTcpNoDelay(true);
      for (byte b : REQUEST) {
        socket.getOutputStream().write(b);
      }
      assertEquals(Hello.TEXT, body(new DataInputStream(socket.getInputStream())));
    }
  }

  @SuppressWarnings("deprecation") // lines of ASCII
  private static String body(DataInputStream in) throws IOException {
    assertEquals("HTTP/1.1 200 OK", in.readLine());
    int length = 0;
    for (String line = in.readLine(); !line.isEmpty(); line = in.readLine()) {
      if (line.toLowerCase().startsWith("content-length:")) {
        length = Integer.parseInt(line.substring(line.indexOf(':') + 1).strip());
      }
    }
    return new String(in.readNBytes(length), US_ASCII);
  }
}
