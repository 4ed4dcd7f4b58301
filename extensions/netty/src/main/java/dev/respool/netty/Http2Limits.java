package dev.respool.netty;

import io.netty.handler.codec.http2.DefaultHttp2WindowUpdateFrame;
import io.netty.handler.codec.http2.Http2CodecUtil;
import io.netty.handler.codec.http2.Http2FrameCodec;
import io.netty.handler.codec.http2.Http2FrameCodecBuilder;
import io.netty.handler.codec.http2.Http2Settings;
import io.netty.handler.codec.http2.Http2WindowUpdateFrame;

/**
 * What one connection of HTTP/2 may ask of the server. A client that goes beyond it is sent GOAWAY.
 * Some limits are Netty's defaults; they stand here because the server relies on them.
 */
final class Http2Limits {
  /** Of one connection at once; what RFC 9113, 6.5.2, recommends at least. */
  private static final int STREAMS = 100;

  /** Streams that a client resets, or makes the server reset, in so many seconds. */
  private static final int RESETS = 200;

  private static final int RESETS_SECONDS = 30;

  /** In a row, which carry nothing. */
  private static final int EMPTY_DATA_FRAMES = 2;

  /** Of one head, which are shorter than they could be; its bytes are limited apart from that. */
  private static final int SMALL_CONTINUATIONS = 16;

  /** Answers to SETTINGS and PING that the client does not read. */
  private static final int UNSENT_ANSWERS = 1_000;

  private Http2Limits() {}

  static Http2FrameCodec codec(HttpOptions options) {
    return Http2FrameCodecBuilder.forServer()
        .initialSettings(
            Http2Settings.defaultSettings()
                .maxHeaderListSize(options.maxHeaderSize())
                .maxConcurrentStreams(STREAMS))
        .decoderEnforceMaxRstFramesPerWindow(RESETS, RESETS_SECONDS)
        .encoderEnforceMaxRstFramesPerWindow(RESETS, RESETS_SECONDS)
        .decoderEnforceMaxConsecutiveEmptyDataFrames(EMPTY_DATA_FRAMES)
        .decoderEnforceMaxSmallContinuationFrames(SMALL_CONTINUATIONS)
        .encoderEnforceMaxQueuedControlFrames(UNSENT_ANSWERS)
        .build();
  }

  /**
   * Opens the window of the connection as wide as those of all its streams together, so that a
   * stream that is not read does not stop the others.
   */
  static Http2WindowUpdateFrame windowForAllStreams() {
    return new DefaultHttp2WindowUpdateFrame((STREAMS - 1) * Http2CodecUtil.DEFAULT_WINDOW_SIZE);
  }
}
