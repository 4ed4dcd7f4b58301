package dev.respool.snapshot;

import dev.respool.abi.PointLayout;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.CRC32C;

/** Writes the contents of a snapshot as bytes; {@code docs/snapshot-format.md} describes them. */
final class Encoder {
  static final int MAGIC = 0x5253504C; // RSPL
  static final int VERSION = 1;

  /** Magic, version and length. */
  static final int HEADER = 10;

  private static final int FEW = 4;

  /** Behind the payload. */
  static final int CHECKSUM = 4;

  private final GrowingBytes out = new GrowingBytes();
  private final Map<String, Integer> strings = new HashMap<>();
  private final Map<Place, Integer> places = new IdentityHashMap<>(FEW);
  private List<String> pending = List.of(); // strings that were written, but have no numbers yet

  private Encoder() {}

  static byte[] encode(Contents contents) {
    return new Encoder().framed(contents);
  }

  /** What it writes for a place before which there are no strings. */
  static EncodedPlace alone(Place place) {
    Encoder encoder = new Encoder();
    encoder.fields(place);
    List<String> strings =
        encoder.strings.entrySet().stream()
            .sorted(Map.Entry.comparingByValue())
            .map(Map.Entry::getKey)
            .toList();
    return new EncodedPlace(encoder.out.toByteArray(), strings);
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
    List<PointLayout.Slot> slots = activation.place().layout().slots();
    List<Object> values = activation.values();
    for (int i = 0; i < slots.size(); i++) {
      value(slots.get(i), values.get(i));
    }
  }

  private void place(Place place) {
    Integer known = places.get(place);
    number(known == null ? 0 : known);
    if (known == null) {
      places.put(place, places.size() + 1);
      firstAt(place);
    }
  }

  private void firstAt(Place place) {
    if (places.size() == 1) {
      EncodedPlace encoded = place.memo().of(place);
      out.write(encoded.bytes());
      pending = encoded.strings();
    } else {
      fields(place);
    }
  }

  private void fields(Place place) {
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

  private void value(PointLayout.Slot slot, Object value) {
    if (value instanceof Contents.Stored stored) {
      out.writeByte(stored.rest() ? Decoder.REST : Decoder.OBJECT);
      string(stored.object().className());
      string(stored.object().text());
      number(stored.bytes());
    } else {
      plain(slot.descriptor(), value);
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
    pending.forEach(this::numbered);
    pending = List.of();
    Integer known = numbered(text);
    number(known == null ? 0 : known);
    if (known == null) {
      byte[] encoded = text.getBytes(StandardCharsets.UTF_8);
      number(encoded.length);
      out.write(encoded);
    }
  }

  /** The number that a string had already; null if it has got one now. */
  private Integer numbered(String text) {
    return strings.putIfAbsent(text, strings.size() + 1);
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
