package dev.respool.compiler;

import java.util.LinkedHashMap;
import java.util.Map;
import org.objectweb.asm.ClassReader;

/**
 * How many bytes of bytecode each method of a class file has (JVMS 4.7.3, {@code code_length}).
 *
 * @param className internal
 * @param bytes by name and descriptor, of methods that have code
 */
public record MethodSizes(String className, Map<String, Integer> bytes) {
  /** HotSpot compiles no method that is larger ({@code -XX:-DontCompileHugeMethods} lets it). */
  public static final int MOST_COMPILED = 8_000;

  /**
   * Reads a class file.
   *
   * @param classFile its bytes, of a known version
   * @return the sizes
   */
  public static MethodSizes of(byte[] classFile) {
    ClassReader reader = new ClassReader(classFile);
    return new MethodSizes(reader.getClassName(), new Reading(reader).methods());
  }

  /** A way through what follows the constant pool (JVMS 4.1). */
  private static final class Reading {
    private static final int UP_TO_INTERFACES = 6;

    private final ClassReader reader;
    private final char[] text;
    private int at;

    Reading(ClassReader reader) {
      this.reader = reader;
      this.text = new char[reader.getMaxStringLength()];
      this.at = reader.header + UP_TO_INTERFACES;
    }

    Map<String, Integer> methods() {
      int interfaces = unsignedShort();
      at += interfaces * Short.BYTES;
      members(new LinkedHashMap<>());
      Map<String, Integer> methods = new LinkedHashMap<>();
      members(methods);
      return methods;
    }

    /** Fields or methods, JVMS 4.5 and 4.6. */
    private void members(Map<String, Integer> sizes) {
      for (int left = unsignedShort(); left > 0; left--) {
        unsignedShort(); // access_flags
        String name = utf8() + utf8();
        for (int attributes = unsignedShort(); attributes > 0; attributes--) {
          attribute(name, sizes);
        }
      }
    }

    private void attribute(String member, Map<String, Integer> sizes) {
      boolean isCode = "Code".equals(utf8());
      int length = reader.readInt(at);
      at += Integer.BYTES;
      if (isCode) {
        sizes.put(member, reader.readInt(at + 2 * Short.BYTES)); // behind max_stack, max_locals
      }
      at += length;
    }

    private String utf8() {
      String read = reader.readUTF8(at, text);
      at += Short.BYTES;
      return read;
    }

    private int unsignedShort() {
      int read = reader.readUnsignedShort(at);
      at += Short.BYTES;
      return read;
    }
  }
}
