package dev.respool.it.harness;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The strings and the names of classes in a stream of Java serialization, each of which can be
 * replaced. They are found by their form; what only looks like one is replaced, too.
 */
public final class StreamTexts {
  private static final byte NULL = 0x70;
  private static final byte CLASS = 0x72;
  private static final byte STRING = 0x74;
  private static final int HEAD = 3; // the sort, and the length

  private static final List<String> TEXTS =
      List.of(
          "",
          "(",
          "x",
          "()V",
          "[I",
          "..",
          "\0",
          "no.Such",
          "java.lang.String",
          "java.lang.Runtime",
          "java.util.ArrayList",
          "java.lang.Integer",
          "dev.respool.snapshot.ContinuationReference",
          "dev.respool.snapshot.SavedLambda",
          "y".repeat(65_000));

  private final byte[] stream;
  private final List<Integer> starts = new ArrayList<>();
  private final Set<String> texts = new LinkedHashSet<>(TEXTS);

  /** Of some objects. */
  public StreamTexts(byte[] stream) {
    this.stream = stream;
    for (int i = 0; i < stream.length - HEAD; i++) {
      if ((stream[i] == STRING || stream[i] == CLASS) && isText(i)) {
        starts.add(i);
        texts.add(new String(stream, i + HEAD, length(i), StandardCharsets.ISO_8859_1));
      }
    }
  }

  private int length(int start) {
    return ByteBuffer.wrap(stream).getShort(start + 1) & 0xffff;
  }

  private boolean isText(int start) {
    int end = start + HEAD + length(start);
    boolean printable = end <= stream.length && end > start + HEAD;
    for (int i = start + HEAD; printable && i < end; i++) {
      printable = stream[i] >= ' ' && stream[i] < 0x7f;
    }
    return printable;
  }

  /** The stream with each text replaced by each other one, by null, and by some more. */
  public List<byte[]> forged(String... more) {
    Set<String> all = new LinkedHashSet<>(texts);
    all.addAll(List.of(more));
    List<byte[]> forged = new ArrayList<>();
    for (int start : starts) {
      forged.add(replaced(start, new byte[] {NULL}));
      for (String text : all) {
        byte[] bytes = text.getBytes(StandardCharsets.ISO_8859_1);
        ByteBuffer written = ByteBuffer.allocate(HEAD + bytes.length);
        written.put(stream[start]).putShort((short) bytes.length).put(bytes);
        forged.add(replaced(start, written.array()));
      }
    }
    return forged;
  }

  private byte[] replaced(int start, byte[] by) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    all.write(stream, 0, start);
    all.writeBytes(by);
    int end = start + HEAD + length(start);
    all.write(stream, end, stream.length - end);
    return all.toByteArray();
  }
}
