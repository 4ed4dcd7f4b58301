package dev.respool.examples.chat;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** A client of the chat server, for the thread of a test. */
final class Person implements AutoCloseable {
  private final Socket socket;
  private final BufferedReader in;

  /** Connects and has itself called by a name. */
  Person(InetSocketAddress server, String name) throws IOException {
    this(server, name, new Socket());
  }

  private Person(InetSocketAddress server, String name, Socket socket) throws IOException {
    this.socket = socket;
    socket.setSoTimeout(30_000);
    socket.connect(server);
    in = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
    say("/name " + name);
    while (!hear().equals("* you are " + name)) {
      // greetings
    }
  }

  /** One whose system takes little before it reads. */
  static Person withSmallBuffer(InetSocketAddress server, String name) throws IOException {
    Socket socket = new Socket();
    socket.setReceiveBufferSize(4096);
    return new Person(server, name, socket);
  }

  void say(String lines) throws IOException {
    socket.getOutputStream().write((lines + "\n").getBytes(StandardCharsets.UTF_8));
  }

  void send(byte[] bytes) throws IOException {
    socket.getOutputStream().write(bytes);
  }

  /** Ends the sending side only. */
  void stopTalking() throws IOException {
    socket.shutdownOutput();
  }

  /** The next line, or null at the end. */
  String hear() throws IOException {
    return in.readLine();
  }

  void hears(String expected) throws IOException {
    assertEquals(expected, hear());
  }

  void hearsTheEnd() throws IOException {
    hears(null);
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
