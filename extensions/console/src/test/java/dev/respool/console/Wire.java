package dev.respool.console;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.List;

/** Requests with any header and path, which an HTTP client would not send. */
final class Wire {
  private Wire() {}

  /** What came back, with the body as it is on the wire. */
  record Response(String text) {
    int status() {
      return Integer.parseInt(text.substring("HTTP/1.1 ".length(), "HTTP/1.1 200".length()));
    }

    /** Null if there is none. */
    String header(String name) {
      String prefix = name.toLowerCase() + ": ";
      return text.lines()
          .takeWhile(line -> !line.isEmpty())
          .filter(line -> line.toLowerCase().startsWith(prefix))
          .map(line -> line.substring(prefix.length()))
          .findFirst()
          .orElse(null);
    }

    String body() {
      return text.substring(text.indexOf("\r\n\r\n") + 4);
    }
  }

  static Response get(Console console, String path) throws IOException {
    return send(console, "GET " + path + " HTTP/1.1", "Host: localhost");
  }

  static Response send(Console console, String... lines) throws IOException {
    try (Socket socket = open(console, 1 << 16, lines)) {
      return new Response(new String(socket.getInputStream().readAllBytes(), UTF_8));
    }
  }

  /** The answer is there to be read; at most so many bytes of it are buffered. */
  static Socket open(Console console, int buffer, String... lines) throws IOException {
    Socket socket = new Socket();
    socket.setReceiveBufferSize(buffer);
    InetAddress here = InetAddress.getLoopbackAddress();
    socket.connect(new InetSocketAddress(here, console.address().getPort()));
    OutputStream out = socket.getOutputStream();
    String head = String.join("\r\n", List.of(lines)) + "\r\nConnection: close\r\n\r\n";
    out.write(head.getBytes(UTF_8));
    out.flush();
    return socket;
  }
}
