package dev.respool.snapshot;

import dev.respool.abi.ContinuationImage.Status;
import dev.respool.abi.PointLayout;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads what {@link Encoder} has written, or anything else: it believes nothing, allocates no more
 * than there are bytes, and loads no class.
 */
final class Decoder {
  static final int NULL = 0;
  static final int OBJECT = 1;
  static final int REST = 2;

  private static final String DAMAGED = "take the snapshot again, or look at how it is stored";

  private final ByteBuffer in;
  private final List<String> strings = new ArrayList<>();
  private final List<Place> places = new ArrayList<>();

  private Decoder(ByteBuffer in) {
    this.in = in;
  }

  static Contents decode(byte[] bytes) {
    ByteBuffer in = ByteBuffer.wrap(bytes);
    int length = length(in);
    if (length != bytes.length - Encoder.HEADER - Encoder.CHECKSUM) {
      throw damaged("it has another length than it says");
    }
    int end = bytes.length - Encoder.CHECKSUM;
    if (in.getInt(end) != Encoder.checksum(bytes, end)) {
      throw damaged("its checksum is wrong");
    }
    in.limit(end);
    try {
      return new Decoder(in).contents();
    } catch (BufferUnderflowException e) {
      throw damaged("it ends too early");
    }
  }

  /** Reads the header; how long the payload is. */
  static int length(ByteBuffer in) {
    if (in.remaining() < Encoder.HEADER || in.getInt() != Encoder.MAGIC) {
      throw SnapshotException.unreadable(
          "these bytes are no snapshot", "give what Snapshot.toBytes has returned");
    }
    int version = in.getShort();
    if (version != Encoder.VERSION) {
      throw SnapshotException.unreadable(
          "it has format version " + version + ", but this Respool reads " + Encoder.VERSION,
          "use a version of respool-runtime that is as new as the one that took it");
    }
    return in.getInt();
  }

  static SnapshotException damaged(String how) {
    return SnapshotException.unreadable("it is damaged: " + how, DAMAGED);
  }

  private Contents contents() {
    int count = count(1);
    if (count == 0) {
      throw damaged("it is of no coroutine");
    }
    List<Contents.Saved> continuations = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      continuations.add(saved());
    }
    byte[] objects = new byte[count(1)];
    in.get(objects);
    if (in.hasRemaining()) {
      throw damaged("there is something behind its end");
    }
    return new Contents(List.copyOf(continuations), List.copyOf(places), objects);
  }

  private Contents.Saved saved() {
    Kind kind = constant(Kind.values());
    Status status = constant(Status.values());
    boolean ready = truth();
    boolean hasBody = truth();
    boolean hasElement = truth();
    long bits = in.getLong();
    int count = count(1);
    if (count > 0 != (status == Status.SUSPENDED) || hasBody && status != Status.NEW) {
      throw damaged("its state does not agree with its frames");
    }
    List<Contents.Activation> activations = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      activations.add(activation());
    }
    return new Contents.Saved(kind, status, ready, hasBody, hasElement, bits, activations);
  }

  private Contents.Activation activation() {
    Place place = place();
    List<PointLayout.Slot> slots = place.layout().slots();
    List<Object> values = new ArrayList<>(slots.size());
    for (PointLayout.Slot slot : slots) {
      values.add(value(slot.descriptor()));
    }
    return new Contents.Activation(place, values);
  }

  private Place place() {
    int known = known(places.size());
    if (known > 0) {
      return places.get(known - 1);
    }
    Place place =
        new Place(
            string(),
            string(),
            string(),
            string(),
            (int) number() - 1,
            truth(),
            version(),
            new Outline((int) number(), in.getLong()),
            layout(),
            new EncodedPlace.Memo());
    places.add(place);
    return place;
  }

  private String version() {
    String version = string();
    if (!CodeVersion.isHash(version)) {
      throw damaged("it has no hash of a class '" + version + "'");
    }
    return version;
  }

  private PointLayout layout() {
    String owner = string();
    String name = string();
    String descriptor = string();
    int ordinal = (int) number();
    int count = count(2);
    List<PointLayout.Slot> slots = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      slots.add(new PointLayout.Slot(string(), descriptor()));
    }
    return new PointLayout(owner, name, descriptor, ordinal, List.copyOf(slots));
  }

  private String descriptor() {
    String descriptor = string();
    if (!Types.isDescriptor(descriptor)) {
      throw damaged("it has no type '" + descriptor + "'");
    }
    return descriptor;
  }

  private Object value(String descriptor) {
    return descriptor.length() == 1 ? primitive(descriptor.charAt(0)) : reference();
  }

  private Object primitive(char type) {
    return switch (type) {
      case 'Z' -> truth();
      case 'B' -> in.get();
      case 'S' -> in.getShort();
      case 'C' -> in.getChar();
      case 'I' -> in.getInt();
      case 'J' -> in.getLong();
      case 'F' -> Float.intBitsToFloat(in.getInt());
      default -> Double.longBitsToDouble(in.getLong());
    };
  }

  /** Null, or one of the objects. */
  private Contents.Stored reference() {
    int tag = in.get();
    if (tag == NULL) {
      return null;
    }
    if (tag != OBJECT && tag != REST) {
      throw damaged("it has a value of sort " + tag);
    }
    SavedObject object = new SavedObject(string(), string());
    return new Contents.Stored(object, number(), tag == REST);
  }

  private <T> T constant(T[] constants) {
    int ordinal = in.get();
    if (ordinal < 0 || ordinal >= constants.length) {
      throw damaged("it has a constant " + ordinal);
    }
    return constants[ordinal];
  }

  private boolean truth() {
    int bit = in.get();
    if (bit != 0 && bit != 1) {
      throw damaged("it has a boolean " + bit);
    }
    return bit == 1;
  }

  private String string() {
    int known = known(strings.size());
    if (known > 0) {
      return strings.get(known - 1);
    }
    byte[] encoded = new byte[count(1)];
    in.get(encoded);
    String text = new String(encoded, StandardCharsets.UTF_8);
    strings.add(text);
    return text;
  }

  private int known(int count) {
    long known = number();
    if (known > count) {
      throw damaged("it refers to what it does not have");
    }
    return (int) known;
  }

  /** Of things that take at least so many bytes each. */
  private int count(int least) {
    long count = number();
    if (count > in.remaining() / least) {
      throw damaged("it says that it has more than it has");
    }
    return (int) count;
  }

  /** Not negative. */
  private long number() {
    long value = 0;
    for (int shift = 0; shift < 63; shift += 7) {
      int next = in.get();
      value |= (long) (next & 0x7f) << shift;
      if (next >= 0) {
        return value;
      }
    }
    throw damaged("it has a number that is too large");
  }
}
