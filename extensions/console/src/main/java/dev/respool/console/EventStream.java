package dev.respool.console;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.io.OutputStream;

/** Sends events to a viewer, as long as it stays. */
final class EventStream implements HttpHandler {
  private static final long QUIET_MILLIS = 10_000; // then a comment shows whether it is still there
  private static final byte[] COMMENT = ": \n\n".getBytes(UTF_8);

  private final Viewers viewers;

  EventStream(Viewers viewers) {
    this.viewers = viewers;
  }

  @Override
  public void handle(HttpExchange exchange) throws IOException {
    Viewer viewer = viewers.join();
    if (viewer == null) {
      Answer.text(exchange, 503, viewers.refusal());
      return;
    }
    try (exchange) {
      exchange.getRequestBody().close();
      exchange.getResponseHeaders().set("Content-Type", "text/event-stream");
      exchange.sendResponseHeaders(200, 0);
      send(viewer, exchange.getResponseBody());
    } catch (InterruptedException e) {
      // The console is closed, or the viewer has taken nothing for long.
    } finally {
      viewers.leave(viewer);
    }
  }

  private static void send(Viewer viewer, OutputStream out)
      throws IOException, InterruptedException {
    write(viewer, out, "retry: 1000\n\n".getBytes(UTF_8));
    while (viewer.stays()) {
      byte[] event = viewer.next(QUIET_MILLIS);
      write(viewer, out, event == null ? COMMENT : event);
    }
  }

  private static void write(Viewer viewer, OutputStream out, byte[] bytes) throws IOException {
    viewer.writes(true);
    out.write(bytes);
    out.flush();
    viewer.writes(false);
  }
}
