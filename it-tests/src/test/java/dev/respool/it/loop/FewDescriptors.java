package dev.respool.it.loop;

import dev.respool.Suspendable;
import dev.respool.loop.EventLoop;
import dev.respool.loop.ServeReport;
import dev.respool.loop.Tasks;
import dev.respool.loop.TcpConnection;
import dev.respool.loop.TcpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** A program for a JVM that may open few files; its first argument names what it does. */
public final class FewDescriptors {
  private FewDescriptors() {}

  /** Runs a method of the program as it is transformed. */
  public static void main(String[] args) throws Exception {
    System.out.println((String) Transformed.call(Program.class, args[0]));
    System.out.flush();
    Runtime.getRuntime().halt(0); // the end of a JVM without free descriptors was seen to hang
  }

  /** Transformed. */
  public static class Program {
    private static TcpServer listen() throws IOException {
      return TcpServer.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
    }

    /** Echoes lines until a client says "stop". */
    public static String serve() {
      return EventLoop.run(
          () -> {
            try (TcpServer server = listen()) {
              System.out.println(server.localAddress().getPort());
              ServeReport report = server.serve(client -> echo(client, server));
              return report.toString();
            }
          });
    }

    @Suspendable
    private static void echo(TcpConnection client, TcpServer server) throws IOException {
      for (String line = client.readLine(100); line != null; line = client.readLine(100)) {
        if (line.equals("stop")) {
          server.close();
        }
        client.write((line + "\n").getBytes(StandardCharsets.UTF_8));
      }
    }

    /** Leaves one descriptor, for class files; a selector needs two. */
    public static String selector() throws IOException {
      TcpServer server = listen();
      loadClasses();
      try {
        EventLoop.run(() -> exhaust(server));
        return "accepted";
      } catch (RuntimeException e) {
        return "failed with " + e.getCause();
      }
    }

    /** Those that a failure needs: later there is no descriptor to open them with. */
    private static void loadClasses() throws IOException {
      SocketChannel.open().close();
      try {
        EventLoop.run(() -> fail());
      } catch (RuntimeException e) {
        System.err.println(e);
      }
    }

    @Suspendable
    private static void fail() throws IOException {
      Tasks.yieldNow();
      try {
        throw new IOException("before");
      } catch (IOException e) {
        Tasks.yieldNow();
        throw e;
      }
    }

    @Suspendable
    private static void exhaust(TcpServer server) throws IOException {
      Tasks.yieldNow();
      List<SocketChannel> all = openAll();
      all.get(0).close();
      server.accept();
    }

    /**
     * Tries several times: a thread of the JVM, such as a compiler's that asks how much memory is
     * free, may hold a descriptor for a moment.
     */
    private static List<SocketChannel> openAll() {
      List<SocketChannel> all = new ArrayList<>();
      for (int refused = 0; refused < 10; ) {
        try {
          all.add(SocketChannel.open());
        } catch (IOException e) {
          refused++;
          LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(10));
        }
      }
      return all;
    }
  }
}
