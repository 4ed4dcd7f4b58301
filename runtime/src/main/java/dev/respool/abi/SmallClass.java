package dev.respool.abi;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Writes a class file (JVMS 4) of a final, synthetic class whose methods do not branch, so that it
 * needs no stack maps.
 */
final class SmallClass {
  static final int ALOAD_0 = 42;
  static final int ALOAD_1 = 43;
  static final int ALOAD_2 = 44;
  static final int ALOAD_3 = 45;
  static final int ILOAD_1 = 27;
  static final int ILOAD_2 = 28;
  static final int DUP = 89;
  static final int LRETURN = 173;
  static final int ARETURN = 176;
  static final int RETURN = 177;
  static final int GETSTATIC = 178;
  static final int INVOKEVIRTUAL = 182;
  static final int INVOKESPECIAL = 183;
  static final int INVOKESTATIC = 184;
  static final int NEW = 187;
  static final int CHECKCAST = 192;

  static final int FIELD = 9;
  static final int METHOD = 10;
  static final int INTERFACE_METHOD = 11;

  private static final int UTF8 = 1;
  private static final int CLASS = 7;
  private static final int NAME_AND_TYPE = 12;

  private static final int MAGIC = 0xcafebabe;
  private static final int JAVA_17 = 61;
  private static final int ACC_FINAL_SUPER_SYNTHETIC = 0x1030;
  private static final int ACC_PUBLIC_SYNTHETIC = 0x1001;
  private static final int ACC_SYNTHETIC = 0x1000;
  private static final int ACC_STATIC = 0x0008;

  private final ByteArrayOutputStream pool = new ByteArrayOutputStream();
  private final DataOutputStream constants = new DataOutputStream(pool);
  private final List<List<Object>> known = new ArrayList<>();
  private final Part fields = new Part();
  private final Part methods = new Part();
  private final int name;
  private final int superclass;

  /** A class without members, by internal names. */
  SmallClass(String name, String superclass) {
    this.name = type(name);
    this.superclass = type(superclass);
  }

  /** Fields or methods. */
  private static final class Part {
    final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    final DataOutputStream out = new DataOutputStream(bytes);
    int count;
  }

  /** Adds a static field. */
  void field(String field, String descriptor) {
    written(() -> member(fields, ACC_STATIC, field, descriptor, 0));
  }

  /** Adds a constructor. */
  void constructor(String descriptor, Instructions code) {
    method(ACC_SYNTHETIC, "<init>", descriptor, code);
  }

  /** Adds a public method, which debuggers skip. */
  void method(String method, String descriptor, Instructions code) {
    method(ACC_PUBLIC_SYNTHETIC, method, descriptor, code);
  }

  private void method(int access, String method, String descriptor, Instructions code) {
    written(
        () -> {
          member(methods, access, method, descriptor, 1);
          code(methods.out, code.bytes.toByteArray());
        });
  }

  private void member(Part part, int access, String member, String descriptor, int attributes)
      throws IOException {
    part.count++;
    part.out.writeShort(access);
    part.out.writeShort(text(member));
    part.out.writeShort(text(descriptor));
    part.out.writeShort(attributes);
  }

  private void code(DataOutputStream out, byte[] code) throws IOException {
    out.writeShort(text("Code"));
    out.writeInt(12 + code.length);
    out.writeShort(4); // operands
    out.writeShort(4); // locals
    out.writeInt(code.length);
    out.write(code);
    out.writeShort(0); // exception table
    out.writeShort(0); // attributes
  }

  byte[] bytes() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    written(() -> write(new DataOutputStream(bytes)));
    return bytes.toByteArray();
  }

  private void write(DataOutputStream out) throws IOException {
    out.writeInt(MAGIC);
    out.writeInt(JAVA_17);
    out.writeShort(known.size() + 1);
    pool.writeTo(out);
    out.writeShort(ACC_FINAL_SUPER_SYNTHETIC);
    out.writeShort(name);
    out.writeShort(superclass);
    out.writeShort(0); // interfaces
    out.writeShort(fields.count);
    fields.bytes.writeTo(out);
    out.writeShort(methods.count);
    methods.bytes.writeTo(out);
    out.writeShort(0); // attributes
  }

  /** The code of a method. */
  static final class Instructions {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    /** Adds an instruction without operands. */
    Instructions add(int opcode) {
      bytes.write(opcode);
      return this;
    }

    /** Adds one with an index into the constant pool. */
    Instructions add(int opcode, int constant) {
      bytes.write(opcode);
      bytes.write(constant >> 8);
      bytes.write(constant);
      return this;
    }
  }

  /** The index of the constant for a field or a method. */
  int member(int tag, String owner, String member, String descriptor) {
    return constant(tag, type(owner), constant(NAME_AND_TYPE, text(member), text(descriptor)));
  }

  /** The index of the constant for a class. */
  int type(String internalName) {
    return constant(CLASS, text(internalName));
  }

  private int text(String value) {
    return index(List.of(UTF8, value), () -> constants.writeUTF(value));
  }

  private int constant(int tag, int... parts) {
    List<Object> key = new ArrayList<>(List.of(tag));
    for (int part : parts) {
      key.add(part);
    }
    return index(
        key,
        () -> {
          for (int part : parts) {
            constants.writeShort(part);
          }
        });
  }

  /** The number of a constant; a new one is written. The key begins with its tag. */
  private int index(List<Object> key, Writing content) {
    int found = known.indexOf(key) + 1;
    if (found > 0) {
      return found;
    }
    known.add(key);
    written(
        () -> {
          constants.writeByte((Integer) key.get(0));
          content.write();
        });
    return known.size();
  }

  private interface Writing {
    void write() throws IOException;
  }

  private static void written(Writing writing) {
    try {
      writing.write();
    } catch (IOException e) {
      throw new UncheckedIOException(e); // no: it goes into memory
    }
  }
}
