package dev.respool.examples.chat;

import dev.respool.Suspendable;
import dev.respool.loop.EventLoop;
import dev.respool.loop.LimitExceededException;
import dev.respool.loop.RateLimiter;
import dev.respool.loop.ServeOptions;
import dev.respool.loop.ServeReport;
import dev.respool.loop.Task;
import dev.respool.loop.Tasks;
import dev.respool.loop.TcpConnection;
import dev.respool.loop.TcpServer;
import java.io.IOException;
import java.net.StandardSocketOptions;
import java.nio.charset.CharacterCodingException;
import java.time.Duration;
import java.util.concurrent.TimeoutException;

/**
 * A chat server, on one thread. Try it with {@code nc localhost 7778} in several windows.
 *
 * <p>Each client has two tasks: one reads what it says and passes it to the others, one writes what
 * it hears. A client that reads slowly misses lines, and is dropped when it has missed too many. A
 * client that sends too fast is read more slowly, so that its own connection holds it up.
 */
public final class ChatServer {
  private static final int DEFAULT_PORT = 7778;

  private final TcpServer server;
  private final ChatLimits limits;
  private final ChatRoom room = new ChatRoom();

  /**
   * A server that does not accept anybody yet.
   *
   * @param server where clients connect
   * @param limits what they may do
   */
  public ChatServer(TcpServer server, ChatLimits limits) {
    this.server = server;
    this.limits = limits;
  }

  /**
   * Serves until the process gets a signal to end, such as SIGTERM or Ctrl-C.
   *
   * @param args the port; 7778 if there is none
   * @throws IOException if the port is in use
   */
  public static void main(String[] args) throws IOException {
    if (args.length > 1 || args.length == 1 && !args[0].matches("[0-9]{1,4}|[1-5][0-9]{4}")) {
      System.err.println("usage: ChatServer [PORT]; without it the port is " + DEFAULT_PORT);
      System.exit(2);
    }
    int port = args.length > 0 ? Integer.parseInt(args[0]) : DEFAULT_PORT;
    try (TcpServer server = TcpServer.bind(port)) {
      ChatServer chat = new ChatServer(server, ChatLimits.defaults());
      EventLoop loop = EventLoop.create();
      Task<ServeReport> run = loop.spawn(() -> chat.run());
      Thread main = Thread.currentThread();
      Runtime.getRuntime().addShutdownHook(new Thread(() -> end(loop, chat, main)));
      System.out.println("chatting at " + server.localAddress());
      loop.runUntilDone();
      System.out.println("ended: " + run.toCompletableFuture().join());
    }
  }

  /** Runs on the thread of the signal; the process ends when this returns. */
  private static void end(EventLoop loop, ChatServer chat, Thread main) {
    loop.spawn(() -> chat.end());
    try {
      main.join(Duration.ofSeconds(10).toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /**
   * Serves clients until {@link #end} is called.
   *
   * @return what became of them
   * @throws IOException if the socket cannot be waited for
   */
  @Suspendable
  public ServeReport run() throws IOException {
    ServeOptions options =
        ServeOptions.defaults()
            .withMaxConnections(limits.clients())
            .withGracePeriod(limits.farewell());
    return server.serve(connection -> serve(connection), options);
  }

  /**
   * Accepts nobody any more and says goodbye. Call it in the server's event loop.
   *
   * @throws IOException if the socket cannot be closed
   */
  public void end() throws IOException {
    server.close();
    room.close();
  }

  @Suspendable
  private void serve(TcpConnection connection) throws IOException {
    connection.setOption(StandardSocketOptions.SO_KEEPALIVE, true); // notices one that vanished
    ChatClient client = new ChatClient(connection, room.guestName(), limits);
    room.join(client);
    Task<Void> writer = Tasks.async(() -> client.write());
    try {
      converse(client, connection);
    } finally {
      room.leave(client);
    }
    try {
      Tasks.withTimeout(limits.farewell(), () -> writer.await());
    } catch (TimeoutException e) {
      connection.close(); // it does not even take its last line
    }
  }

  /** Reads until the client leaves; whatever ends that is no failure of the server. */
  @Suspendable
  private void converse(ChatClient client, TcpConnection connection) {
    RateLimiter pace = new RateLimiter(limits.linesPerSecond(), Duration.ofSeconds(1));
    try {
      String line = connection.readLine(limits.lineBytes());
      while (line != null && handle(client, line)) {
        pace.acquire(); // who sends too much is not read, so its own connection holds it up
        Tasks.yieldNow(); // the writers have their turn
        line = connection.readLine(limits.lineBytes());
      }
      client.dismiss("* goodbye");
    } catch (LimitExceededException e) {
      client.dismiss("* a line has at most " + limits.lineBytes() + " bytes: goodbye");
    } catch (CharacterCodingException e) {
      client.dismiss("* this server speaks UTF-8: goodbye");
    } catch (IOException e) {
      client.drop("is gone");
    }
  }

  /** Does what a line says. Gives whether the client stays. */
  private boolean handle(ChatClient client, String line) {
    String text = line.replaceAll("\\p{Cc}", " ").strip(); // nobody controls another's terminal
    if (text.equals("/quit")) {
      return false;
    }
    if (text.equals("/who")) {
      client.tell("* here are " + String.join(", ", room.names()));
    } else if (text.startsWith("/name ")) {
      room.rename(client, text.substring("/name ".length()).strip());
    } else if (text.startsWith("/")) {
      client.tell("* there is no command " + text + ": /name NAME, /who, /quit");
    } else if (!text.isEmpty()) {
      room.say(client, text);
    }
    return true;
  }
}
