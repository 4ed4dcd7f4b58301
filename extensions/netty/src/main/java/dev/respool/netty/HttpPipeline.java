package dev.respool.netty;

import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelPipeline;
import io.netty.channel.group.ChannelGroup;
import io.netty.channel.socket.SocketChannel;
import io.netty.handler.codec.http.HttpDecoderConfig;
import io.netty.handler.codec.http.HttpServerCodec;
import io.netty.handler.codec.http2.Http2FrameCodec;
import io.netty.handler.codec.http2.Http2MultiplexHandler;
import io.netty.handler.codec.http2.Http2StreamFrameToHttpObjectCodec;
import io.netty.handler.ssl.ApplicationProtocolNames;
import io.netty.handler.ssl.ApplicationProtocolNegotiationHandler;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.function.BooleanSupplier;

/** Puts the handlers of HTTP into the pipelines of accepted connections. */
final class HttpPipeline extends ChannelInitializer<SocketChannel> {
  private static final Logger LOG = System.getLogger(HttpServer.class.getName());

  private final HttpOptions options;
  private final ConnectionBody session;
  private final ChannelGroup connections;
  private final BooleanSupplier draining;

  HttpPipeline(
      HttpOptions options,
      ConnectionBody session,
      ChannelGroup connections,
      BooleanSupplier draining) {
    this.options = options;
    this.session = session;
    this.connections = connections;
    this.draining = draining;
  }

  @Override
  protected void initChannel(SocketChannel channel) {
    connections.add(channel);
    if (options.tls() != null) {
      channel.pipeline().addLast(options.tls().newHandler(channel.alloc()), new Negotiation());
    } else if (options.http2WithoutTls()) {
      channel
          .pipeline()
          .addLast(new PrefaceDetection(options.idleTimeout(), this::addHttp1, this::addHttp2));
    } else {
      addHttp1(channel.pipeline());
    }
    if (draining.getAsBoolean()) { // the server may not have seen it in the group
      channel.close();
    }
  }

  private void addHttp1(ChannelPipeline pipeline) {
    pipeline.addLast(
        new HttpServerCodec(new HttpDecoderConfig().setMaxHeaderSize(options.maxHeaderSize())));
    addSession(pipeline);
  }

  private void addHttp2(ChannelPipeline pipeline) {
    Http2FrameCodec codec = Http2Limits.codec(options);
    pipeline.addLast(new IdleConnection(options.idleTimeout(), codec));
    pipeline.addLast(codec);
    pipeline.addLast(
        new Http2MultiplexHandler(
            new ChannelInitializer<Channel>() {
              @Override
              protected void initChannel(Channel stream) {
                stream.pipeline().addLast(MalformedHeads.REFUSED);
                stream.pipeline().addLast(new Http2StreamFrameToHttpObjectCodec(true));
                stream.pipeline().addLast(UnknownFrames.DROPPED);
                addSession(stream.pipeline());
              }
            }));
    pipeline.addLast(new Http2ConnectionEnd());
    pipeline.writeAndFlush(Http2Limits.windowForAllStreams());
  }

  private void addSession(ChannelPipeline pipeline) {
    if (options.minUploadRate().isLimit()) {
      pipeline.addLast(new UploadRate(options.minUploadRate(), System::nanoTime));
    }
    if (options.handling() instanceof Handling.Whole) {
      int max = (int) Math.min(Integer.MAX_VALUE, options.maxContentLength());
      pipeline.addLast(new RequestAggregator(max));
    }
    pipeline.addLast(new CoroutineHandler(session, HttpPipeline::log));
  }

  /** A connection that breaks is nothing unusual. */
  private static void log(NettyConnection connection, Throwable failure) {
    LOG.log(Level.DEBUG, () -> "the connection " + connection.channel() + " failed", failure);
  }

  /** Chooses the protocol when TLS has been agreed on. */
  private final class Negotiation extends ApplicationProtocolNegotiationHandler {
    Negotiation() {
      super(ApplicationProtocolNames.HTTP_1_1);
    }

    @Override
    protected void configurePipeline(ChannelHandlerContext context, String protocol) {
      if (protocol.equals(ApplicationProtocolNames.HTTP_2)) {
        addHttp2(context.pipeline());
      } else {
        addHttp1(context.pipeline());
      }
    }

    @Override
    protected void handshakeFailure(ChannelHandlerContext context, Throwable cause) {
      LOG.log(Level.DEBUG, () -> "no TLS with " + context.channel(), cause);
      context.close();
    }
  }
}
