package dev.respool.netty;

import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;
import io.netty.handler.codec.DecoderResult;
import io.netty.handler.codec.http.DefaultHttpContent;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpUtil;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.util.concurrent.Future;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/**
 * Fails the content of a request that comes too slowly, as a decoder fails one that is malformed.
 * It stands behind the codec of a connection of HTTP/1, or of a stream of HTTP/2.
 *
 * <p>Content may take the grace period, and a second more for each so many bytes that have come. Of
 * that time only what passes while the channel is being read counts: a handler that reads slowly
 * stops the reads, and its client is not at fault. Nor is one that waits to be told to go on.
 *
 * <p>Most contents come whole with the head of their request. Only others set an alarm.
 */
final class UploadRate extends ChannelDuplexHandler {
  private final long graceNanos;
  private final double nanosPerByte;
  private final LongSupplier clock;
  private boolean inContent;
  private boolean uninvited; // the client waits for 100 (Continue)
  private long allowed; // nanoseconds for what has come so far and the grace period
  private long used; // nanoseconds, in the reads before this one
  private boolean reading;
  private long readSince; // by the clock, if it is reading
  private Future<?> alarm; // null if none is set

  /** The clock is in nanoseconds. */
  UploadRate(MinRate rate, LongSupplier clock) {
    this.graceNanos = TimeUnit.NANOSECONDS.convert(rate.grace());
    this.nanosPerByte = (double) TimeUnit.SECONDS.toNanos(1) / rate.bytesPerSecond();
    this.clock = clock;
  }

  /**
   * How fast content has to come.
   *
   * @param bytesPerSecond on average; 0 for no such limit
   * @param grace the time before which that does not matter
   */
  record MinRate(int bytesPerSecond, Duration grace) {
    boolean isLimit() {
      return bytesPerSecond > 0;
    }
  }

  @Override
  public void channelRead(ChannelHandlerContext context, Object message) {
    if (message instanceof HttpRequest head) {
      begin(head);
    }
    if (message instanceof HttpContent content) {
      arrived(content);
    }
    context.fireChannelRead(message);
  }

  private void begin(HttpRequest head) {
    inContent = head.decoderResult().isSuccess();
    uninvited = HttpUtil.is100ContinueExpected(head);
    allowed = graceNanos;
    used = 0;
    reading = false;
  }

  private void arrived(HttpContent content) {
    uninvited = false;
    double more = content.content().readableBytes() * nanosPerByte;
    allowed = (long) (allowed + more); // the largest long if it is more
    if (content instanceof LastHttpContent || content.decoderResult().isFailure()) {
      end();
    }
  }

  private void end() {
    inContent = false;
    reading = false;
    if (alarm != null) {
      alarm.cancel(false);
      alarm = null;
    }
  }

  @Override
  public void read(ChannelHandlerContext context) {
    if (inContent && !uninvited) {
      beginReading(context);
    }
    context.read();
  }

  private void beginReading(ChannelHandlerContext context) {
    if (!reading) {
      reading = true;
      readSince = clock.getAsLong();
      if (alarm == null) {
        setAlarm(context);
      }
    }
  }

  @Override
  public void channelReadComplete(ChannelHandlerContext context) {
    if (reading) {
      reading = false;
      used += clock.getAsLong() - readSince;
    }
    context.fireChannelReadComplete();
  }

  /** A read may go on already when the client is told to go on. */
  @Override
  public void write(ChannelHandlerContext context, Object message, ChannelPromise promise) {
    boolean invites =
        message instanceof HttpResponse response
            && response.status().equals(HttpResponseStatus.CONTINUE);
    if (invites && inContent && uninvited) {
      uninvited = false;
      beginReading(context);
    }
    context.write(message, promise);
  }

  private long left() {
    long now = reading ? clock.getAsLong() - readSince : 0;
    return allowed - used - now;
  }

  private void setAlarm(ChannelHandlerContext context) {
    alarm =
        context.executor().schedule(() -> ring(context), Math.max(0, left()), TimeUnit.NANOSECONDS);
  }

  /** If nobody reads, the next read sets it again. */
  private void ring(ChannelHandlerContext context) {
    alarm = null;
    if (!reading) {
      return;
    }
    if (left() > 0) {
      setAlarm(context);
      return;
    }
    end();
    HttpContent late = new DefaultHttpContent(Unpooled.EMPTY_BUFFER);
    late.setDecoderResult(DecoderResult.failure(new SlowContentException()));
    context.fireChannelRead(late);
  }

  @Override
  public void handlerRemoved(ChannelHandlerContext context) {
    end();
  }

  @Override
  public void channelInactive(ChannelHandlerContext context) {
    end();
    context.fireChannelInactive();
  }
}
