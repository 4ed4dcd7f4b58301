package dev.respool.abi;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.BitSet;
import java.util.Set;

/**
 * Which source lines of a class stand in a try whose handler runs when a coroutine is closed: a
 * {@code finally} block, a resource, a {@code catch} of {@link Throwable} or {@link Error}. It is
 * read off the exception tables and line numbers of the class file (JVMS 4.7.3, 4.7.12).
 */
final class GuardedLines {
  private static final Set<String> CAUGHT = Set.of("java/lang/Throwable", "java/lang/Error");

  private final BitSet lines = new BitSet();
  private boolean known = true;
  private Object[] pool; // strings, and the indices of the names of classes

  private GuardedLines() {}

  static GuardedLines of(Class<?> type) {
    GuardedLines found = new GuardedLines();
    try (InputStream bytes = ClassResource.of(type)) {
      found.known = bytes != null;
      if (found.known) {
        found.read(new DataInputStream(new BufferedInputStream(bytes)));
      }
    } catch (IOException | RuntimeException e) { // a class file that is not what the JVM has read
      found.known = false;
    }
    return found;
  }

  /** True as well if nobody knows. */
  boolean contain(int line) {
    return !known || line < 0 || lines.get(line);
  }

  private void read(DataInputStream in) throws IOException {
    in.readLong(); // magic and version
    readPool(in);
    in.skipNBytes(6); // access flags, this class and superclass
    in.skipNBytes(2L * in.readUnsignedShort()); // interfaces
    readMembers(in); // fields
    readMembers(in);
  }

  private void readPool(DataInputStream in) throws IOException {
    pool = new Object[in.readUnsignedShort()];
    for (int i = 1; i < pool.length; i++) {
      int tag = in.readUnsignedByte();
      switch (tag) {
        case 1 -> pool[i] = in.readUTF();
        case 7 -> pool[i] = in.readUnsignedShort();
        case 5, 6 -> { // long and double take two entries
          in.skipNBytes(8);
          i++;
        }
        case 8, 16, 19, 20 -> in.skipNBytes(2);
        case 15 -> in.skipNBytes(3);
        default -> in.skipNBytes(4);
      }
    }
  }

  private void readMembers(DataInputStream in) throws IOException {
    for (int members = in.readUnsignedShort(); members > 0; members--) {
      in.skipNBytes(6); // access flags, name and descriptor
      for (int attributes = in.readUnsignedShort(); attributes > 0; attributes--) {
        boolean code = "Code".equals(pool[in.readUnsignedShort()]);
        long length = Integer.toUnsignedLong(in.readInt());
        if (code) {
          readCode(in);
        } else {
          in.skipNBytes(length);
        }
      }
    }
  }

  private void readCode(DataInputStream in) throws IOException {
    in.readInt(); // operand stack and locals
    in.skipNBytes(Integer.toUnsignedLong(in.readInt()));
    BitSet guarded = new BitSet();
    for (int entries = in.readUnsignedShort(); entries > 0; entries--) {
      int start = in.readUnsignedShort();
      int end = in.readUnsignedShort();
      in.readUnsignedShort(); // handler
      if (isRunOnClose(in.readUnsignedShort())) {
        guarded.set(start, end);
      }
    }
    for (int attributes = in.readUnsignedShort(); attributes > 0; attributes--) {
      boolean numbers = "LineNumberTable".equals(pool[in.readUnsignedShort()]);
      long length = Integer.toUnsignedLong(in.readInt());
      if (numbers) {
        readLines(in, guarded);
      } else {
        in.skipNBytes(length);
      }
    }
  }

  private boolean isRunOnClose(int caught) {
    return caught == 0 || CAUGHT.contains(pool[(Integer) pool[caught]]);
  }

  /** The entries of a table that a compiler writes are in the order of their code. */
  private void readLines(DataInputStream in, BitSet guarded) throws IOException {
    int line = -1;
    int start = 0;
    for (int entries = in.readUnsignedShort(); entries > 0; entries--) {
      int next = in.readUnsignedShort();
      add(line, start, next, guarded);
      line = in.readUnsignedShort();
      start = next;
    }
    add(line, start, Integer.MAX_VALUE, guarded);
  }

  private void add(int line, int start, int end, BitSet guarded) {
    int first = guarded.nextSetBit(start);
    if (line >= 0 && first >= 0 && first < end) {
      lines.set(line);
    }
  }
}
