package dev.respool.netty;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPipeline;
import io.netty.handler.codec.ByteToMessageDecoder;
import io.netty.handler.codec.http2.Http2CodecUtil;
import io.netty.util.concurrent.Future;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Chooses the protocol of a connection without TLS by its first bytes: HTTP/2 if they are its
 * preface (RFC 9113, 3.3 and 3.4), otherwise HTTP/1. It makes room for the handlers of that
 * protocol and passes the bytes on to them.
 */
final class PrefaceDetection extends ByteToMessageDecoder {
  private static final Logger LOG = System.getLogger(HttpServer.class.getName());
  private static final ByteBuf PREFACE = Http2CodecUtil.connectionPrefaceBuf();

  private final Consumer<ChannelPipeline> http1;
  private final Consumer<ChannelPipeline> http2;
  private final Duration limit;
  private Future<?> alarm; // set when the handler has been added

  /** A client that does not send enough bytes within the limit is disconnected. */
  PrefaceDetection(
      Duration limit, Consumer<ChannelPipeline> http1, Consumer<ChannelPipeline> http2) {
    this.limit = limit;
    this.http1 = http1;
    this.http2 = http2;
  }

  @Override
  public void handlerAdded(ChannelHandlerContext context) {
    long nanos = TimeUnit.NANOSECONDS.convert(limit); // the largest long if it is more
    alarm = context.executor().schedule(() -> context.close(), nanos, TimeUnit.NANOSECONDS);
  }

  @Override
  protected void handlerRemoved0(ChannelHandlerContext context) {
    alarm.cancel(false);
  }

  @Override
  protected void decode(ChannelHandlerContext context, ByteBuf in, List<Object> out) {
    int length = Math.min(in.readableBytes(), PREFACE.readableBytes());
    boolean equal =
        ByteBufUtil.equals(in, in.readerIndex(), PREFACE, PREFACE.readerIndex(), length);
    if (!equal) {
      become(http1, context);
    } else if (length == PREFACE.readableBytes()) {
      become(http2, context);
    }
  }

  private void become(Consumer<ChannelPipeline> protocol, ChannelHandlerContext context) {
    protocol.accept(context.pipeline());
    context.pipeline().remove(this);
  }

  @Override
  public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
    LOG.log(Level.DEBUG, () -> "no protocol with " + context.channel(), cause);
    context.close();
  }
}
