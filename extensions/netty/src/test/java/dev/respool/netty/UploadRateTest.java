package dev.respool.netty;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.netty.buffer.Unpooled;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.handler.codec.http.DefaultHttpContent;
import io.netty.handler.codec.http.DefaultHttpRequest;
import io.netty.handler.codec.http.DefaultLastHttpContent;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.util.ReferenceCountUtil;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** When content comes too slowly, in a time of the test's. */
class UploadRateTest {
  private static final int RATE = 100;
  private static final int GRACE = 5;

  private final EmbeddedChannel channel = new EmbeddedChannel();
  private long seconds;

  @BeforeEach
  void begin() {
    channel.freezeTime();
    channel.config().setAutoRead(false);
    UploadRate.MinRate rate = new UploadRate.MinRate(RATE, Duration.ofSeconds(GRACE));
    channel.pipeline().addLast(new UploadRate(rate, () -> TimeUnit.SECONDS.toNanos(seconds)));
  }

  @AfterEach
  void end() {
    channel.finishAndReleaseAll();
  }

  private static HttpRequest head() {
    return new DefaultHttpRequest(HttpVersion.HTTP_1_1, HttpMethod.POST, "/");
  }

  private static HttpContent content(int length) {
    return new DefaultHttpContent(Unpooled.buffer(length).writeZero(length));
  }

  /** What one read of the socket brings, and the next read. */
  private void arrives(Object... messages) {
    takes(messages);
    channel.read();
  }

  private void takes(Object... messages) {
    for (Object message : messages) {
      channel.pipeline().fireChannelRead(message);
    }
    channel.pipeline().fireChannelReadComplete();
  }

  private void passes(int time) {
    for (int i = 0; i < time; i++) {
      seconds++;
      channel.advanceTimeBy(1, TimeUnit.SECONDS);
      channel.runPendingTasks();
    }
  }

  /** Whether the content has failed since this was asked last. */
  private boolean hasFailed() {
    boolean failed = false;
    for (Object in = channel.readInbound(); in != null; in = channel.readInbound()) {
      if (in instanceof HttpContent content && content.decoderResult().isFailure()) {
        Throwable cause = content.decoderResult().cause();
        assertInstanceOf(SlowContentException.class, cause);
        assertEquals(HttpResponseStatus.REQUEST_TIMEOUT, Refusals.of(cause));
        failed = true;
      }
      ReferenceCountUtil.release(in);
    }
    return failed;
  }

  @Test
  void content_that_does_not_come_fails_once_after_the_grace_period() {
    arrives(head());
    passes(GRACE - 1);
    assertFalse(hasFailed());
    passes(1);
    assertTrue(hasFailed());
    passes(100);
    assertFalse(hasFailed());
  }

  @Test
  void bytes_that_come_now_and_then_do_not_help() {
    arrives(head());
    int time = 0;
    for (; !hasFailed(); time++) {
      arrives(content(1));
      passes(1);
    }
    assertEquals(GRACE + 1, time); // 6 bytes are worth 60 ms
  }

  @Test
  void content_at_the_minimum_rate_may_take_as_long_as_it_likes() {
    arrives(head());
    for (int time = 0; time < 1000; time++) {
      passes(1);
      arrives(content(RATE));
    }
    assertFalse(hasFailed());
    passes(GRACE);
    assertTrue(hasFailed());
  }

  @Test
  void a_pause_is_made_up_for_by_what_came_before() {
    arrives(head(), content(20 * RATE));
    passes(20 + GRACE - 1);
    assertFalse(hasFailed());
    passes(1);
    assertTrue(hasFailed());
  }

  @Test
  void time_in_which_nobody_reads_does_not_count() {
    arrives(head());
    passes(GRACE - 1);
    takes(content(0));
    passes(1000);
    assertFalse(hasFailed());
    channel.read();
    assertFalse(hasFailed());
    passes(1);
    assertTrue(hasFailed());
  }

  @Test
  void a_client_that_waits_to_be_told_to_go_on_has_time() {
    HttpRequest head = head();
    head.headers().set(HttpHeaderNames.EXPECT, HttpHeaderValues.CONTINUE);
    arrives(head);
    passes(1000);
    assertFalse(hasFailed());
    channel.writeOutbound(Refusals.empty(HttpResponseStatus.CONTINUE));
    passes(GRACE - 1);
    assertFalse(hasFailed());
    passes(1);
    assertTrue(hasFailed());
  }

  @Test
  void content_that_is_complete_is_never_late_and_the_next_has_its_own_time() {
    arrives(head());
    passes(GRACE - 1);
    arrives(new DefaultLastHttpContent(Unpooled.EMPTY_BUFFER));
    passes(1000);
    arrives(head());
    passes(GRACE - 1);
    assertFalse(hasFailed());
    passes(1);
    assertTrue(hasFailed());
  }

  @Test
  void a_channel_that_has_ended_has_no_late_content() {
    arrives(head());
    channel.close();
    passes(1000);
    assertFalse(hasFailed());
  }
}
