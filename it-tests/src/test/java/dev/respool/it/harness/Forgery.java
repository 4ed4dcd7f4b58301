package dev.respool.it.harness;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import java.util.zip.CRC32C;

/** Changes the bytes of a snapshot, by accident or on purpose. */
public final class Forgery {
  /** In front of the payload, and behind it. */
  private static final int HEADER = 10;

  private static final int CHECKSUM = 4;

  private Forgery() {}

  /** The same bytes with a text replaced by one of the same length, and a right checksum. */
  public static byte[] replaced(byte[] bytes, String text, String by) {
    String latin = new String(bytes, StandardCharsets.ISO_8859_1);
    assertEquals(text.length(), by.length());
    return checked(latin.replace(text, by).getBytes(StandardCharsets.ISO_8859_1));
  }

  /** Gives them a right checksum. */
  public static byte[] checked(byte[] bytes) {
    CRC32C crc = new CRC32C();
    crc.update(bytes, 0, bytes.length - CHECKSUM);
    ByteBuffer.wrap(bytes).putInt(bytes.length - CHECKSUM, (int) crc.getValue());
    return bytes;
  }

  /** Up to three other bytes, and sometimes fewer in all. */
  public static byte[] damaged(byte[] bytes, Random random) {
    int payload = bytes.length - HEADER - CHECKSUM;
    byte[] damaged = bytes.clone();
    for (int n = 1 + random.nextInt(3); n > 0; n--) {
      damaged[HEADER + random.nextInt(payload)] = (byte) random.nextInt();
    }
    return random.nextInt(10) == 0
        ? Arrays.copyOf(damaged, HEADER + CHECKSUM + random.nextInt(payload))
        : damaged;
  }
}
