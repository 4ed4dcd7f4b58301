package dev.respool.benchmarks.servers;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Blocking sockets, each with a virtual thread of its own, on JDK 21 and later. */
final class VirtualThreads implements Peer {
  private static final int BACKLOG = 4096;

  private final byte[] response = Hello.response();

  @Override
  public int start() throws Exception {
    ExecutorService threads =
        (ExecutorService) Executors.class.getMethod("newVirtualThreadPerTaskExecutor").invoke(null);
    ServerSocket server = new ServerSocket(0, BACKLOG, InetAddress.getLoopbackAddress());
    threads.execute(() -> accept(server, threads));
    return server.getLocalPort();
  }

  private void accept(ServerSocket server, ExecutorService threads) {
    try {
      while (true) {
        Socket client = server.accept();
        threads.execute(() -> talk(client));
      }
    } catch (IOException e) {
      e.printStackTrace();
    }
  }

  private void talk(Socket client) {
    byte[] request = new byte[Hello.LARGEST_REQUEST];
    try (client) {
      InputStream in = client.getInputStream();
      OutputStream out = client.getOutputStream();
      int length = 0;
      for (int n = in.read(request);
          n >= 0;
          n = in.read(request, length, request.length - length)) {
        length += n;
        if (Hello.isWhole(request, length)) {
          length = 0;
          out.write(response);
        }
      }
    } catch (IOException e) {
      // the client has gone
    }
  }
}
