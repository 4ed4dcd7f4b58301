package dev.respool.examples.chat;

import dev.respool.Suspendable;
import dev.respool.loop.TcpConnection;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** One client: its connection, its name in the room, and the lines that it has yet to get. */
final class ChatClient {
  private final TcpConnection connection;
  private final OutgoingLines outgoing;
  private String name;
  private String leaving = "has left";

  ChatClient(TcpConnection connection, String name, ChatLimits limits) {
    this.connection = connection;
    this.name = name;
    this.outgoing = new OutgoingLines(limits);
  }

  String name() {
    return name;
  }

  void rename(String other) {
    name = other;
  }

  /** What the others are told when this one leaves. */
  String leaving() {
    return leaving;
  }

  /** Tells the client something; never waits. A client that is much too slow is dropped. */
  void tell(String line) {
    if (!outgoing.add(line)) {
      drop("was dropped, because it was too slow");
    }
  }

  /** Ends the connection at once; only the first reason counts. */
  void drop(String why) {
    if (!connection.isOpen()) {
      return;
    }
    leaving = why;
    outgoing.end();
    try {
      connection.close(); // wakes both tasks of the client
    } catch (IOException e) {
      leaving = why + " (" + e.getMessage() + ")";
    }
  }

  /** Says a last line and ends the connection when the client has taken it. */
  void dismiss(String lastLine) {
    tell(lastLine);
    outgoing.end();
  }

  /** Writes what the client is told, until it is dismissed; then closes the connection. */
  @Suspendable
  void write() {
    try {
      for (String line = outgoing.next(); line != null; line = outgoing.next()) {
        connection.write((line + "\n").getBytes(StandardCharsets.UTF_8));
      }
      connection.close();
    } catch (IOException e) {
      drop("is gone");
    }
  }
}
