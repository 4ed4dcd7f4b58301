package dev.respool.compiler;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How many bytes of bytecode each method of a class file has (JVMS 4.7.3, {@code code_length}).
 *
 * @param className internal
 * @param bytes by name and descriptor, of methods that have code
 */
public record MethodSizes(String className, Map<String, Integer> bytes) {
  /** HotSpot compiles no method that is larger ({@code -XX:-DontCompileHugeMethods} lets it). */
  public static final int MOST_COMPILED = 8_000;

  private static final int MAGIC_AND_VERSION = 8;
  private static final int STACK_AND_LOCALS = 4;

  /**
   * Reads a class file.
   *
   * @param classFile its bytes
   * @return the sizes
   */
  public static MethodSizes of(byte[] classFile) {
    try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(classFile))) {
      return new Reading(in).sizes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A way through a class file (JVMS 4.1). */
  private static final class Reading {
    private final DataInputStream in;
    private String[] texts;
    private int[] classes;

    Reading(DataInputStream in) {
      this.in = in;
    }

    MethodSizes sizes() throws IOException {
      in.skipNBytes(MAGIC_AND_VERSION);
      constants();
      in.readUnsignedShort(); // access_flags
      String name = texts[classes[in.readUnsignedShort()]];
      in.readUnsignedShort(); // super_class
      in.skipNBytes(2L * in.readUnsignedShort()); // interfaces
      members(new LinkedHashMap<>());
      Map<String, Integer> methods = new LinkedHashMap<>();
      members(methods);
      return new MethodSizes(name, methods);
    }

    /** JVMS 4.4. */
    private void constants() throws IOException {
      int count = in.readUnsignedShort();
      texts = new String[count];
      classes = new int[count];
      for (int i = 1; i < count; i++) {
        int tag = in.readUnsignedByte();
        switch (tag) {
          case 1 -> texts[i] = in.readUTF();
          case 7 -> classes[i] = in.readUnsignedShort();
          case 8, 16, 19, 20 -> in.skipNBytes(2);
          case 15 -> in.skipNBytes(3);
          case 3, 4, 9, 10, 11, 12, 17, 18 -> in.skipNBytes(4);
          case 5, 6 -> in.skipNBytes(8);
          default -> throw new IOException("no constant has the tag " + tag);
        }
        i += tag == 5 || tag == 6 ? 1 : 0; // long and double take two entries
      }
    }

    /** Fields or methods, JVMS 4.5 and 4.6. */
    private void members(Map<String, Integer> sizes) throws IOException {
      for (int left = in.readUnsignedShort(); left > 0; left--) {
        in.readUnsignedShort(); // access_flags
        String name = texts[in.readUnsignedShort()] + texts[in.readUnsignedShort()];
        for (int attributes = in.readUnsignedShort(); attributes > 0; attributes--) {
          attribute(name, sizes);
        }
      }
    }

    private void attribute(String member, Map<String, Integer> sizes) throws IOException {
      String attribute = texts[in.readUnsignedShort()];
      long length = in.readInt() & 0xffffffffL;
      if (attribute.equals("Code")) {
        in.skipNBytes(STACK_AND_LOCALS);
        sizes.put(member, in.readInt());
        length -= STACK_AND_LOCALS + Integer.BYTES;
      }
      in.skipNBytes(length);
    }
  }
}
