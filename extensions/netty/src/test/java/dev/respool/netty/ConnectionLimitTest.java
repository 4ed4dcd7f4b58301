package dev.respool.netty;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.netty.handler.codec.http.FullHttpRequest;
import io.netty.handler.codec.http.HttpResponse;
import java.io.IOException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class ConnectionLimitTest {
  private static final String GET = "GET / HTTP/1.1\r\n\r\n";
  private static final int MAX = 5;

  private final CountDownLatch blocked = new CountDownLatch(1);
  private final CountDownLatch go = new CountDownLatch(1);

  @Test
  void of_clients_that_come_all_at_once_no_more_are_accepted_than_the_limit() throws Exception {
    List<Socket> clients = new ArrayList<>();
    HttpServerBuilder builder = HttpServer.builder(this::block).maxConnections(MAX).threads(1);
    try (HttpServer server = builder.bind(HttpServerTest.LOOPBACK)) {
      clients.add(ask(server));
      blocked.await();
      for (int i = 1; i < 3 * MAX; i++) { // the server's only thread cannot accept them now
        clients.add(ask(server));
      }
      go.countDown();
      assertEquals(MAX, answers(clients));
      for (Socket client : clients.subList(0, MAX)) {
        client.close();
      }
      assertEquals(MAX, answers(clients.subList(MAX, 3 * MAX)));
    } finally {
      for (Socket client : clients) {
        client.close();
      }
    }
  }

  private HttpResponse block(FullHttpRequest request) throws InterruptedException {
    blocked.countDown();
    go.await();
    return HttpServerTest.text("x");
  }

  private static Socket ask(HttpServer server) throws IOException {
    Socket client = new Socket(server.address().getAddress(), server.address().getPort());
    client.setSoTimeout(500);
    client.getOutputStream().write(GET.getBytes(US_ASCII));
    return client;
  }

  private static int answers(List<Socket> clients) throws IOException {
    int answers = 0;
    for (Socket client : clients) {
      try {
        client.getInputStream().read();
        answers++;
      } catch (SocketTimeoutException e) {
        // it waits in the backlog
      }
    }
    return answers;
  }
}
