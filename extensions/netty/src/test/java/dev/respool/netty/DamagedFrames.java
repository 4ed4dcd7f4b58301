package dev.respool.netty;

import static dev.respool.netty.Http2Wire.CONTINUATION;
import static dev.respool.netty.Http2Wire.DATA;
import static dev.respool.netty.Http2Wire.END_HEADERS;
import static dev.respool.netty.Http2Wire.END_STREAM;
import static dev.respool.netty.Http2Wire.HEADERS;
import static dev.respool.netty.Http2Wire.PING;
import static dev.respool.netty.Http2Wire.RST_STREAM;
import static dev.respool.netty.Http2Wire.SETTINGS;
import static dev.respool.netty.Http2Wire.WINDOW_UPDATE;

import dev.respool.netty.Http2Wire.Frame;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** Makes the frames of a client of HTTP/2, damaged at random; the same seed gives the same ones. */
final class DamagedFrames {
  private static final int PRIORITY = 2;
  private static final int PUSH_PROMISE = 5;
  private static final int MAX_PAYLOAD = 1 << 14;
  static final List<String> PATHS = List.of("/count", "/ignore", "/echo", "/whole");

  /** Of SETTINGS and of WINDOW_UPDATE, at their limits and beyond. */
  private static final int[] NUMBERS = {0, 1, 2, 16_383, 65_535, 1 << 24, Integer.MAX_VALUE, -1};

  /** Names and values that no request should have, or not so. */
  private static final String[][] HEADS = {
    {":path", "/again"},
    {":status", "200"},
    {":unknown", "x"},
    {"", "x"},
    {"Upper", "x"},
    {"a\r\nb", "x"},
    {"a", "x\r\ny: z"},
    {"a", "\0"},
    {"connection", "close"},
    {"transfer-encoding", "chunked"},
    {"te", "gzip"},
    {"upgrade", "h2c"},
    {"expect", "100-continue"},
    {"expect", "miracles"},
    {"content-length", "3"},
    {"content-length", "-1"},
    {"content-length", "99999999999999999999"},
    {"content-length", "3, 3"},
    {"content-length", "x"},
    {"host", "other"},
    {"cookie", "a=b"},
    {"a", "x".repeat(120)},
  };

  private final Random random;
  private final List<Frame> frames = new ArrayList<>();
  private int stream = 1;

  private DamagedFrames(long seed) {
    random = new Random(seed * 0x9E3779B97F4A7C15L); // neighbours begin alike otherwise
  }

  /** What follows the preface and the first SETTINGS. */
  static byte[] of(long seed) {
    DamagedFrames made = new DamagedFrames(seed);
    for (int i = made.random.nextInt(5); i >= 0; i--) {
      made.addRequest();
    }
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    int damages = made.random.nextInt(6); // none, now and then
    for (int i = 0; i < damages; i++) {
      made.damage();
    }
    made.frames.forEach(frame -> bytes.writeBytes(frame.bytes()));
    return made.random.nextInt(4) == 0 ? made.damaged(bytes.toByteArray()) : bytes.toByteArray();
  }

  private void addRequest() {
    byte[] head = Http2Wire.head(any("GET", "POST", "HEAD", "PUT"), PATHS.get(random.nextInt(4)));
    for (int i = random.nextInt(3); i > 0; i--) {
      head = withField(head);
    }
    boolean content = random.nextBoolean();
    addHead(content ? 0 : END_STREAM, head);
    if (content) {
      addContent();
    }
    stream += 2;
  }

  private byte[] withField(byte[] head) {
    String[] field = HEADS[random.nextInt(HEADS.length)];
    byte[] name = field[0].getBytes();
    byte[] value = field[1].getBytes();
    ByteBuffer longer = ByteBuffer.allocate(head.length + name.length + value.length + 3);
    longer.put(head).put((byte) (random.nextBoolean() ? 0 : 0x10)).put((byte) name.length);
    return longer.put(name).put((byte) value.length).put(value).array();
  }

  private void addHead(int flags, byte[] head) {
    if (random.nextInt(4) > 0) {
      frames.add(new Frame(HEADERS, flags | END_HEADERS, stream, head));
      return;
    }
    int middle = random.nextInt(head.length);
    frames.add(new Frame(HEADERS, flags, stream, Arrays.copyOf(head, middle)));
    byte[] rest = Arrays.copyOfRange(head, middle, head.length);
    frames.add(new Frame(CONTINUATION, END_HEADERS, stream, rest));
  }

  private void addContent() {
    for (int i = random.nextInt(4); i > 0; i--) {
      int length = random.nextBoolean() ? random.nextInt(8) : random.nextInt(MAX_PAYLOAD);
      frames.add(new Frame(DATA, 0, stream, new byte[length]));
    }
    if (random.nextInt(4) == 0) { // trailers
      byte[] block = random.nextBoolean() ? new byte[0] : withField(new byte[0]);
      frames.add(new Frame(HEADERS, END_STREAM | END_HEADERS, stream, block));
    } else {
      frames.add(new Frame(DATA, END_STREAM, stream, new byte[random.nextInt(5)]));
    }
  }

  private void damage() {
    int at = random.nextInt(frames.size());
    Frame frame = frames.get(at);
    byte[] payload = frame.payload();
    switch (random.nextInt(11)) {
      case 0 -> replace(at, new Frame(random.nextInt(12), frame.flags(), frame.stream(), payload));
      case 1 -> replace(at, new Frame(frame.type(), random.nextInt(256), frame.stream(), payload));
      case 2 -> replace(at, new Frame(frame.type(), frame.flags(), anyStream(), payload));
      case 3 ->
          replace(at, new Frame(frame.type(), frame.flags(), frame.stream(), damaged(payload)));
      case 4 -> frames.add(at, frame);
      case 5 -> Collections.swap(frames, at, random.nextInt(frames.size()));
      case 6 -> replace(at, new Frame(DATA, 0, frame.stream(), new byte[0]));
      case 7 -> flood(at, nonsense());
      default -> frames.add(at, nonsense());
    }
  }

  private void replace(int at, Frame frame) {
    frames.set(at, frame);
  }

  private void flood(int at, Frame frame) {
    frames.addAll(at, Collections.nCopies(random.nextInt(400), frame));
  }

  private Frame nonsense() {
    return switch (random.nextInt(10)) {
      case 0 -> new Frame(SETTINGS, random.nextInt(2), anyStream() & 1, setting());
      case 1, 2 -> new Frame(WINDOW_UPDATE, 0, anyStream(), number());
      case 3 -> new Frame(RST_STREAM, 0, anyStream(), number());
      case 4 -> new Frame(PING, random.nextInt(2), 0, bytes(random.nextInt(3) == 0 ? 7 : 8));
      case 5 -> new Frame(PRIORITY, 0, anyStream(), bytes(random.nextInt(3) == 0 ? 4 : 5));
      case 6 -> new Frame(PUSH_PROMISE, END_HEADERS, anyStream(), bytes(20));
      case 7 -> new Frame(CONTINUATION, random.nextInt(8), anyStream(), bytes(random.nextInt(9)));
      case 8 -> new Frame(HEADERS, random.nextInt(64), anyStream(), bytes(random.nextInt(99)));
      default -> new Frame(random.nextInt(256), random.nextInt(256), anyStream(), bytes(9));
    };
  }

  private byte[] setting() {
    ByteBuffer setting = ByteBuffer.allocate(random.nextInt(5) == 0 ? 7 : 6);
    setting.putShort((short) random.nextInt(9)).put(number());
    return setting.array();
  }

  private byte[] number() {
    return ByteBuffer.allocate(4).putInt(NUMBERS[random.nextInt(NUMBERS.length)]).array();
  }

  private byte[] bytes(int length) {
    byte[] bytes = new byte[length];
    random.nextBytes(bytes);
    return bytes;
  }

  private int anyStream() {
    return switch (random.nextInt(8)) {
      case 0 -> 0;
      case 1 -> 2;
      case 2 -> Integer.MAX_VALUE;
      case 3 -> Integer.MIN_VALUE | stream;
      case 4 -> stream;
      default -> 1 + 2 * random.nextInt(6);
    };
  }

  /** Some bytes changed, too many or too few. */
  private byte[] damaged(byte[] whole) {
    int length = Math.max(0, whole.length + random.nextInt(7) - 3);
    byte[] damaged = Arrays.copyOf(whole, random.nextBoolean() ? length : whole.length);
    for (int i = random.nextInt(4); i > 0 && damaged.length > 0; i--) {
      damaged[random.nextInt(damaged.length)] = (byte) random.nextInt(256);
    }
    return damaged;
  }

  private String any(String... list) {
    return list[random.nextInt(list.length)];
  }
}
