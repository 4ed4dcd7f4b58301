package dev.respool.snapshot;

import dev.respool.abi.PointLayout;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.zip.CRC32C;

/** Writes the contents of a snapshot as bytes; {@code docs/snapshot-format.md} describes them. */
final class Encoder {
  static final int MAGIC = 0x5253504C; // RSPL
  static final int VERSION = 1;

  /** Magic, version and length. */
  static final int HEADER = 10;

  /** Behind the payload. */
  static final int CHECKSUM = 4;

  private final GrowingBytes out = new GrowingBytes();
  private final Map<String, Integer> strings = new HashMap<>();
  private final Map<Place, Integer> places = new IdentityHashMap<>();

  private Encoder() {}

  static byte[] encode(Contents contents) {
    return new Encoder().framed(contents);
  }

  private byte[] framed(Contents contents) {
    out.writeInt(MAGIC);
    out.writeShort(VERSION);
    int length = out.size();
    out.writeInt(0); // until it is known
    contents(contents);
    out.setInt(length, out.size() - HEADER);
    out.writeInt(checksum(out.array(), out.size()));
    return out.toByteArray();
  }

  /** Of all bytes before it. */
  static int checksum(byte[] bytes, int length) {
    CRC32C crc = new CRC32C();
    crc.update(bytes, 0, length);
    return (int) crc.getValue();
  }

  private void contents(Contents contents) {
    number(contents.continuations().size());
    for (Contents.Saved saved : contents.continuations()) {
      saved(saved);
    }
    number(contents.objects().length);
    out.write(contents.objects());
  }

  private void saved(Contents.Saved saved) {
    out.writeByte(saved.kind().ordinal());
    out.writeByte(saved.status().ordinal());
    out.writeBoolean(saved.ready());
    out.writeBoolean(saved.hasBody());
    out.writeBoolean(saved.hasElement());
    out.writeLong(saved.bits());
    number(saved.activations().size());
    for (Contents.Activation activation : saved.activations()) {
      activation(activation);
    }
  }

  private void activation(Contents.Activation activation) {
    place(activation.place());
    for (int i = 0; i < activation.values().size(); i++) {
      value(activation.place().layout().slots().get(i), activation.values().get(i));
    }
  }

  private void place(Place place) {
    Integer known = places.putIfAbsent(place, places.size() + 1);
    number(known == null ? 0 : known);
    if (known == null) {
      string(place.owner());
      string(place.method());
      string(place.descriptor());
      string(place.file());
      number(place.line() + 1);
      out.writeBoolean(place.adapter());
      string(place.version());
      number(place.outline().points());
      out.writeLong(place.outline().hash());
      layout(place.layout());
    }
  }

  private void layout(PointLayout layout) {
    string(layout.calledOwner());
    string(layout.calledName());
    string(layout.calledDescriptor());
    number(layout.ordinal());
    number(layout.slots().size());
    for (PointLayout.Slot slot : layout.slots()) {
      string(slot.name());
      string(slot.descriptor());
    }
  }

  private void value(PointLayout.Slot slot, Contents.Value value) {
    if (value instanceof Contents.Value.Stored stored) {
      out.writeByte(stored.rest() ? Decoder.REST : Decoder.OBJECT);
      string(stored.object().className());
      string(stored.object().text());
      number(stored.bytes());
    } else {
      plain(slot.descriptor(), ((Contents.Value.Plain) value).boxed());
    }
  }

  private void plain(String descriptor, Object boxed) {
    switch (descriptor.length() == 1 ? descriptor.charAt(0) : 'L') {
      case 'Z' -> out.writeBoolean((Boolean) boxed);
      case 'B' -> out.writeByte((Byte) boxed);
      case 'S' -> out.writeShort((Short) boxed);
      case 'C' -> out.writeShort((Character) boxed);
      case 'I' -> out.writeInt((Integer) boxed);
      case 'J' -> out.writeLong((Long) boxed);
      case 'F' -> out.writeInt(Float.floatToRawIntBits((Float) boxed));
      case 'D' -> out.writeLong(Double.doubleToRawLongBits((Double) boxed));
      default -> out.writeByte(Decoder.NULL);
    }
  }

  private void string(String text) {
    Integer known = strings.putIfAbsent(text, strings.size() + 1);
    number(known == null ? 0 : known);
    if (known == null) {
      byte[] encoded = text.getBytes(StandardCharsets.UTF_8);
      number(encoded.length);
      out.write(encoded);
    }
  }

  /** Seven bits a byte, the lowest first; all bytes but the last have the highest bit. */
  private void number(long value) {
    long rest = value;
    while (rest > 0x7f) {
      out.writeByte((int) (rest & 0x7f | 0x80));
      rest >>>= 7;
    }
    out.writeByte((int) rest);
  }
}
