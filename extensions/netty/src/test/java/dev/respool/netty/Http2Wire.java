package dev.respool.netty;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.netty.buffer.Unpooled;
import io.netty.handler.codec.http2.DefaultHttp2HeadersDecoder;
import io.netty.handler.codec.http2.Http2Exception;
import io.netty.handler.codec.http2.Http2Headers;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.net.Socket;
import java.nio.ByteBuffer;

/** A client of HTTP/2 that sends and reads single frames, without TLS (RFC 9113). */
final class Http2Wire implements AutoCloseable {
  static final byte[] PREFACE = "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n".getBytes(US_ASCII);

  static final int DATA = 0;
  static final int HEADERS = 1;
  static final int RST_STREAM = 3;
  static final int SETTINGS = 4;
  static final int PING = 6;
  static final int GOAWAY = 7;
  static final int WINDOW_UPDATE = 8;
  static final int CONTINUATION = 9;

  static final int END_STREAM = 1;
  static final int ACK = 1;
  static final int END_HEADERS = 4;

  static final int WINDOW = 65_535;
  private static final int FRAME = 1 << 14;

  /** One frame (RFC 9113, 4.1). */
  record Frame(int type, int flags, int stream, byte[] payload) {
    byte[] bytes() {
      ByteBuffer bytes = ByteBuffer.allocate(9 + payload.length);
      bytes.putInt(payload.length << 8 | type).put((byte) flags).putInt(stream).put(payload);
      return bytes.array();
    }

    boolean is(int wantedType, int wantedStream) {
      return type == wantedType && stream == wantedStream;
    }

    boolean endsStream() {
      return (flags & END_STREAM) != 0 && (type == DATA || type == HEADERS);
    }

    /** Of a frame that consists of a number, such as RST_STREAM. */
    int number() {
      return ByteBuffer.wrap(payload).getInt();
    }
  }

  private final DefaultHttp2HeadersDecoder decoder = new DefaultHttp2HeadersDecoder();
  private final Socket socket;
  private final DataInputStream in;

  Http2Wire(HttpServer server) throws IOException {
    socket = StreamedRequestTest.connect(server);
    in = new DataInputStream(socket.getInputStream());
    send(PREFACE);
    send(SETTINGS, 0, 0);
  }

  void send(byte[] bytes) throws IOException {
    socket.getOutputStream().write(bytes);
  }

  void send(int type, int flags, int stream, int... payload) throws IOException {
    byte[] bytes = new byte[payload.length];
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = (byte) payload[i];
    }
    send(new Frame(type, flags, stream, bytes).bytes());
  }

  /** The head of a request; the others of its headers are names and values in turn. */
  void request(int stream, int flags, String method, String path, String... others)
      throws IOException {
    send(new Frame(HEADERS, END_HEADERS | flags, stream, head(method, path, others)).bytes());
  }

  static byte[] head(String method, String path, String... others) {
    ByteArrayOutputStream block = new ByteArrayOutputStream();
    literal(block, ":method", method);
    literal(block, ":scheme", "http");
    literal(block, ":authority", "localhost");
    literal(block, ":path", path);
    for (int i = 0; i < others.length; i += 2) {
      literal(block, others[i], others[i + 1]);
    }
    return block.toByteArray();
  }

  /** A field that goes into no table (RFC 7541, 6.2.2); name and value are short. */
  private static void literal(ByteArrayOutputStream block, String name, String value) {
    block.write(0);
    for (String text : new String[] {name, value}) {
      block.write(text.length());
      block.writeBytes(text.getBytes(US_ASCII));
    }
  }

  /** Content of any length, in frames. */
  void data(int stream, int flags, int length) throws IOException {
    int left = length;
    for (; left > FRAME; left -= FRAME) {
      send(new Frame(DATA, 0, stream, new byte[FRAME]).bytes());
    }
    send(new Frame(DATA, flags, stream, new byte[left]).bytes());
  }

  /** The next frame, or null if the server has closed the connection; settings are acknowledged. */
  Frame read() throws IOException {
    try {
      int first = in.readInt();
      int flags = in.readUnsignedByte();
      Frame frame = new Frame(first & 0xff, flags, in.readInt(), in.readNBytes(first >>> 8));
      if (frame.type == SETTINGS && flags == 0) {
        send(SETTINGS, ACK, 0);
      }
      return frame;
    } catch (EOFException e) {
      return null;
    }
  }

  /** Passes over other frames, except for RST_STREAM and GOAWAY, which no test overlooks. */
  Frame read(int type, int stream) throws IOException {
    for (Frame frame = read(); frame != null; frame = read()) {
      if (frame.is(type, stream)) {
        return frame;
      }
      if (frame.type == RST_STREAM || frame.type == GOAWAY) {
        throw new IOException("unexpected " + frame + " with " + frame.number());
      }
    }
    throw new EOFException("the server has closed the connection");
  }

  Http2Headers headers(int stream) throws IOException, Http2Exception {
    return decoder.decodeHeaders(stream, Unpooled.wrappedBuffer(read(HEADERS, stream).payload));
  }

  /** The status of a response and its content. */
  String answer(int stream) throws IOException, Http2Exception {
    String status = headers(stream).status().toString();
    StringBuilder content = new StringBuilder(status + " ");
    for (Frame part = read(DATA, stream); ; part = read(DATA, stream)) {
      content.append(new String(part.payload, US_ASCII));
      if (part.endsStream()) {
        return content.toString().strip();
      }
    }
  }

  void setTimeout(int millis) throws IOException {
    socket.setSoTimeout(millis);
  }

  /** No more is sent. */
  void endOutput() throws IOException {
    socket.shutdownOutput();
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
