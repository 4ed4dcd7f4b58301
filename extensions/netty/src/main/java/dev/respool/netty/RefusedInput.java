package dev.respool.netty;

import dev.respool.Suspendable;
import dev.respool.loop.Tasks;
import io.netty.channel.socket.SocketChannel;
import io.netty.handler.codec.http.HttpServerCodec;
import io.netty.handler.codec.http2.DefaultHttp2ResetFrame;
import io.netty.handler.codec.http2.Http2Error;
import io.netty.handler.codec.http2.Http2StreamChannel;
import io.netty.util.ReferenceCountUtil;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.concurrent.TimeoutException;

/** Ends a connection of which the client's bytes are of no interest any more. */
final class RefusedInput {
  private static final Logger LOG = System.getLogger(HttpServer.class.getName());

  private RefusedInput() {}

  /**
   * Reads on for a while behind the last response: if a socket is closed with bytes unread, the
   * client's system may drop the response that it has received. A client of HTTP/2 is told to send
   * no more of the stream.
   *
   * @param flushing how long to wait until the response is sent
   * @param lingering how long to read
   */
  @Suspendable
  static void end(NettyConnection connection, Duration flushing, Duration lingering)
      throws Exception {
    connection.flush(flushing);
    if (connection.channel() instanceof Http2StreamChannel) {
      connection.write(new DefaultHttp2ResetFrame(Http2Error.NO_ERROR), flushing);
      return;
    }
    if (connection.channel() instanceof SocketChannel socket
        && socket.pipeline().first() instanceof HttpServerCodec) {
      NettyFutures.await(socket.shutdownOutput());
    }
    try {
      Tasks.withTimeout(lingering, () -> discardInput(connection));
    } catch (TimeoutException e) {
      LOG.log(Level.DEBUG, "a client goes on sending behind a refused request");
    }
  }

  @Suspendable
  private static Void discardInput(NettyConnection connection) throws Exception {
    for (Object message = connection.read(); message != null; message = connection.read()) {
      ReferenceCountUtil.release(message);
    }
    return null;
  }
}
