package dev.respool.compiler;

import java.util.ArrayList;
import java.util.List;
import org.objectweb.asm.Opcodes;

/**
 * The constant pool, the name and the supertypes of a class (JVMS 4.1, 4.4), without a look at its
 * members.
 *
 * <p>An agent asks this much of every class, and of most classes no more. Therefore it is read
 * without ASM, whose reader takes longer to load than most programs have classes to read. Numbers
 * are offsets into the class file; one that is too large for a damaged file throws an {@link
 * IndexOutOfBoundsException}.
 */
final class ClassHead {
  private static final int NEWEST = Opcodes.V28;
  private static final int MAJOR_VERSION = 6;
  private static final int POOL = 8;

  private static final int UTF8 = 1;

  /** By the tag of a constant; 0 where there is none such. Behind a text stand its bytes. */
  private static final int[] SIZES = {
    0, 3, 0, 5, 5, 9, 9, 3, 3, 5, 5, 5, 5, 0, 0, 4, 3, 5, 5, 3, 3
  };

  private static final int LONG = 5;
  private static final int DOUBLE = 6;

  private final byte[] bytes;
  private final int[] constants;
  private final int header;
  private final String name;

  /**
   * Reads it.
   *
   * @throws UnreadableClassException if the bytes are not a class file of a known version
   */
  ClassHead(byte[] bytes) {
    this.bytes = bytes;
    try {
      requireKnownVersion();
      this.constants = new int[unsignedShort(POOL)];
      this.header = readConstants();
      this.name = className(unsignedShort(header + 2));
    } catch (RuntimeException e) {
      throw new UnreadableClassException("a class", e);
    }
  }

  private void requireKnownVersion() {
    int version = unsignedShort(MAJOR_VERSION);
    if (version > NEWEST) {
      throw new IllegalArgumentException("Unsupported class file major version " + version);
    }
  }

  /** Returns the offset behind the constants, where the access flags stand. */
  private int readConstants() {
    int at = POOL + 2;
    for (int i = 1; i < constants.length; i++) {
      constants[i] = at + 1;
      int tag = bytes[at];
      int size = tag < 0 || tag >= SIZES.length ? 0 : SIZES[tag];
      if (size == 0) {
        throw new IllegalArgumentException("there is no constant of the sort " + tag);
      }
      at += tag == UTF8 ? size + unsignedShort(at + 1) : size;
      if (tag == LONG || tag == DOUBLE) {
        i++; // such a constant counts twice
      }
    }
    return at;
  }

  private String className(int index) {
    if (index == 0) {
      throw new IllegalArgumentException("it has no name");
    }
    return text(constant(unsignedShort(constant(index))));
  }

  /** Internal name. */
  String name() {
    return name;
  }

  /** The interfaces, then the superclass if there is one. */
  List<String> supertypes() {
    List<String> all = new ArrayList<>();
    int interfaces = unsignedShort(header + 6);
    for (int i = 0; i < interfaces; i++) {
      all.add(className(unsignedShort(header + 8 + 2 * i)));
    }
    int superclass = unsignedShort(header + 4);
    if (superclass != 0) {
      all.add(className(superclass));
    }
    return all;
  }

  /** Where the number of fields stands, with the fields and methods behind it. */
  int fields() {
    return header + 8 + 2 * unsignedShort(header + 6);
  }

  /** The number of constants, with the first one, which there never is. */
  int constants() {
    return constants.length;
  }

  /** The offset behind the tag of a constant. */
  int constant(int index) {
    return constants[index];
  }

  boolean isText(int index) {
    return constants[index] > 0 && bytes[constants[index] - 1] == UTF8;
  }

  /**
   * The text whose length stands at the offset (JVMS 4.4.7). The JDK's {@code readUTF} would load
   * twenty classes.
   */
  String text(int at) {
    char[] chars = new char[unsignedShort(at)];
    int length = 0;
    int next = at + 2;
    int end = next + chars.length;
    while (next < end) {
      int first = bytes[next];
      int size = first >= 0 ? 1 : (first & 0x20) == 0 ? 2 : 3;
      chars[length++] = character(first, next, size);
      next += size;
    }
    return new String(chars, 0, length);
  }

  private char character(int first, int at, int size) {
    return (char)
        switch (size) {
          case 1 -> first;
          case 2 -> (first & 0x1F) << 6 | bytes[at + 1] & 0x3F;
          default -> (first & 0x0F) << 12 | (bytes[at + 1] & 0x3F) << 6 | bytes[at + 2] & 0x3F;
        };
  }

  byte signedByte(int at) {
    return bytes[at];
  }

  int unsignedShort(int at) {
    return (bytes[at] & 0xFF) << 8 | bytes[at + 1] & 0xFF;
  }

  int signedInt(int at) {
    return unsignedShort(at) << 16 | unsignedShort(at + 2);
  }
}
