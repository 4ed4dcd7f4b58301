package dev.respool.it.harness;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Takes a snapshot apart into the fields of {@code docs/snapshot-format.md}, by that page alone,
 * and puts fields together again. A string or a place that stood before is written out, so that
 * each can be changed alone.
 */
public final class SnapshotFields {
  private static final int HEADER = 10;
  private static final int CHECKSUM = 4;
  private static final int BITS = 8;

  private final ByteBuffer in;
  private final List<byte[]> strings = new ArrayList<>();
  private final List<List<Field>> places = new ArrayList<>();
  private List<Field> fields = new ArrayList<>();

  /** How a field is written. */
  public enum Type {
    /** One byte, or several of a fixed number. */
    PLAIN,
    /** Of as many bytes as it needs. */
    NUMBER,
    /** With its length in front. */
    STRING,
    /** Serialized objects, with their length in front. */
    OBJECTS
  }

  /**
   * A field.
   *
   * @param name as the page calls it
   * @param type how it is written
   * @param bytes what it is, without a length
   */
  public record Field(String name, Type type, byte[] bytes) {
    /** A field of bytes that are written as they are. */
    public static Field plain(String name, int... bytes) {
      byte[] all = new byte[bytes.length];
      for (int i = 0; i < bytes.length; i++) {
        all[i] = (byte) bytes[i];
      }
      return new Field(name, Type.PLAIN, all);
    }

    /** The same field with another number. */
    public Field withNumber(long number) {
      return new Field(name, Type.NUMBER, encoded(number));
    }

    /** The same field with another string. */
    public Field withText(String text) {
      return new Field(name, Type.STRING, text.getBytes(StandardCharsets.UTF_8));
    }

    /** The string. */
    public String text() {
      return new String(bytes, StandardCharsets.UTF_8);
    }

    @Override
    public String toString() {
      return name
          + " "
          + (type == Type.STRING ? text() : java.util.HexFormat.of().formatHex(bytes));
    }
  }

  private SnapshotFields(byte[] snapshot) {
    this.in = ByteBuffer.wrap(snapshot, HEADER, snapshot.length - HEADER - CHECKSUM);
  }

  /** The fields of the payload. */
  public static List<Field> of(byte[] snapshot) {
    SnapshotFields reading = new SnapshotFields(snapshot);
    reading.payload();
    assertEquals(0, reading.in.remaining(), "the page describes all bytes");
    return reading.fields;
  }

  /** A snapshot of some fields, with a right length and a right checksum. */
  public static byte[] snapshot(List<Field> fields) {
    ByteArrayOutputStream payload = new ByteArrayOutputStream();
    for (Field field : fields) {
      if (field.type == Type.STRING) {
        payload.write(0);
      }
      if (field.type == Type.STRING || field.type == Type.OBJECTS) {
        payload.writeBytes(encoded(field.bytes.length));
      }
      payload.writeBytes(field.bytes);
    }
    ByteBuffer all = ByteBuffer.allocate(HEADER + payload.size() + CHECKSUM);
    all.putInt(0x5253504C).putShort((short) 1).putInt(payload.size()).put(payload.toByteArray());
    return Forgery.checked(all.array());
  }

  /** Seven bits in a byte, the lowest first. */
  private static byte[] encoded(long number) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    long rest = number;
    for (; rest < 0 || rest > 0x7f; rest >>>= 7) {
      bytes.write((int) (rest & 0x7f | 0x80));
    }
    bytes.write((int) rest);
    return bytes.toByteArray();
  }

  private void payload() {
    for (long left = number("continuations"); left > 0; left--) {
      continuation();
    }
    fields.add(new Field("objects", Type.OBJECTS, bytes((int) number())));
  }

  private void continuation() {
    for (String name : List.of("kind", "status", "ready", "body", "element")) {
      plain(name, 1);
    }
    plain("bits", BITS);
    for (long left = number("frames"); left > 0; left--) {
      List<Field> place = place();
      fields.addAll(place);
      place.stream().filter(field -> field.name.equals("descriptor of slot")).forEach(this::value);
    }
  }

  private List<Field> place() {
    int known = (int) number();
    if (known > 0) {
      return places.get(known - 1);
    }
    List<Field> outer = fields;
    fields = new ArrayList<>(List.of(Field.plain("place", 0)));
    strings("class", "method", "descriptor", "file");
    number("line");
    plain("adapter", 1);
    strings("version");
    number("points");
    plain("outline", BITS);
    strings("called class", "called name", "called descriptor");
    number("ordinal");
    for (long left = number("slots"); left > 0; left--) {
      strings("name of slot", "descriptor of slot");
    }
    List<Field> place = fields;
    places.add(place);
    fields = outer;
    return place;
  }

  private void value(Field descriptor) {
    int size =
        switch (descriptor.text().charAt(0)) {
          case 'Z', 'B' -> 1;
          case 'S', 'C' -> 2;
          case 'I', 'F' -> 4;
          case 'J', 'D' -> 8;
          default -> 0;
        };
    if (size > 0) {
      plain("value " + descriptor.text(), size);
    } else if (plain("sort of value", 1)[0] != 0) {
      strings("class of value", "text of value");
      number("size of value");
    }
  }

  private byte[] plain(String name, int size) {
    byte[] bytes = bytes(size);
    fields.add(new Field(name, Type.PLAIN, bytes));
    return bytes;
  }

  private long number(String name) {
    long number = number();
    fields.add(new Field(name, Type.NUMBER, encoded(number)));
    return number;
  }

  private void strings(String... names) {
    for (String name : names) {
      int known = (int) number();
      if (known == 0) {
        strings.add(bytes((int) number()));
      }
      byte[] bytes = strings.get(known == 0 ? strings.size() - 1 : known - 1);
      fields.add(new Field(name, Type.STRING, bytes));
    }
  }

  private long number() {
    long number = 0;
    for (int shift = 0; ; shift += 7) {
      int next = in.get();
      number |= (long) (next & 0x7f) << shift;
      if (next >= 0) {
        return number;
      }
    }
  }

  private byte[] bytes(int size) {
    byte[] bytes = new byte[size];
    in.get(bytes);
    return bytes;
  }
}
