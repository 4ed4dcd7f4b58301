package dev.respool.agent;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.CRC32;

/**
 * What a file of the {@link ClassCache} holds.
 *
 * <pre>
 *   u4 magic   u4 CRC-32 of the rest
 *   text class name    u1 may have suspendable methods    u4 transformed methods
 *   u4 number of (text location, text message)            of refused methods
 *   u4 number of (text)                                   of warnings
 *   u4 number of (text internal name, text digest)        of the classes that were read
 *   u1 is there a new class file?   (u4 length, bytes)
 * </pre>
 *
 * <p>A text is a u4 length and so many bytes of UTF-8.
 *
 * @param outcome what became of the class
 * @param asked the digests of the classes on which that depends, by their internal names
 */
record CacheEntry(Outcome outcome, Map<String, String> asked) {
  /** Another one for each other layout. */
  private static final int MAGIC = 0x52507C01;

  private static final int HEADER = 8;

  byte[] encoded() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      write(out);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    byte[] content = bytes.toByteArray();
    ByteBuffer file = ByteBuffer.allocate(HEADER + content.length);
    return file.putInt(MAGIC).putInt(checksum(content, 0)).put(content).array();
  }

  private void write(DataOutputStream out) throws IOException {
    write(out, outcome.className());
    out.writeBoolean(outcome.mayHaveSuspendable());
    out.writeInt(outcome.transformed());
    out.writeInt(outcome.refused().size());
    for (Outcome.Refused refused : outcome.refused()) {
      write(out, refused.location());
      write(out, refused.message());
    }
    out.writeInt(outcome.warnings().size());
    for (String warning : outcome.warnings()) {
      write(out, warning);
    }
    out.writeInt(asked.size());
    for (Map.Entry<String, String> one : asked.entrySet()) {
      write(out, one.getKey());
      write(out, one.getValue());
    }
    out.writeBoolean(outcome.bytes() != null);
    if (outcome.bytes() != null) {
      out.writeInt(outcome.bytes().length);
      out.write(outcome.bytes());
    }
  }

  private static void write(DataOutputStream out, String text) throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    out.writeInt(bytes.length);
    out.write(bytes);
  }

  /**
   * Reads one.
   *
   * @throws IllegalArgumentException if the file is damaged
   */
  static CacheEntry of(byte[] file) {
    ByteBuffer in = ByteBuffer.wrap(file);
    if (file.length < HEADER || in.getInt() != MAGIC || in.getInt() != checksum(file, HEADER)) {
      throw new IllegalArgumentException("it is not what was written");
    }
    String className = text(in);
    boolean mayHaveSuspendable = in.get() != 0;
    int transformed = in.getInt();
    List<Outcome.Refused> refused = new ArrayList<>();
    for (int left = in.getInt(); left > 0; left--) {
      refused.add(new Outcome.Refused(text(in), text(in)));
    }
    List<String> warnings = new ArrayList<>();
    for (int left = in.getInt(); left > 0; left--) {
      warnings.add(text(in));
    }
    Map<String, String> asked = new HashMap<>();
    for (int left = in.getInt(); left > 0; left--) {
      asked.put(text(in), text(in));
    }
    byte[] bytes = in.get() == 0 ? null : bytes(in);
    return new CacheEntry(
        new Outcome(className, bytes, mayHaveSuspendable, refused, warnings, transformed), asked);
  }

  private static String text(ByteBuffer in) {
    return new String(bytes(in), StandardCharsets.UTF_8);
  }

  private static byte[] bytes(ByteBuffer in) {
    byte[] bytes = new byte[in.getInt()];
    in.get(bytes);
    return bytes;
  }

  private static int checksum(byte[] bytes, int from) {
    CRC32 checksum = new CRC32();
    checksum.update(bytes, from, bytes.length - from);
    return (int) checksum.getValue();
  }
}
