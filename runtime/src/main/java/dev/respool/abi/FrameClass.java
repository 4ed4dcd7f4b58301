package dev.respool.abi;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandleInfo;
import java.lang.invoke.MethodHandles.Lookup;
import java.lang.invoke.MethodType;
import java.util.ArrayList;
import java.util.List;

/**
 * Writes the class file (JVMS 4) of the frames of one method:
 *
 * <pre>
 *   final class Owner$$Frame extends Shape {
 *     static SuspendableMethod method;
 *     Owner$$Frame() {}                                    // or (int refs, int prims), of a wide shape
 *     SuspendableMethod method() { return method; }
 *     Object resume(Carrier carrier, Object value) { return Owner.m(carrier, this, value); }
 *   }
 * </pre>
 *
 * <p>It is defined as a hidden nestmate of the owner, so it may call the private method and is not
 * seen in stack traces. An owner that is hidden itself has no name to call it by; a method handle
 * in a second static field does it then. No code branches, so there are no stack maps.
 */
final class FrameClass {
  private static final int MAGIC = 0xcafebabe;
  private static final int JAVA_17 = 61;
  private static final int ACC_FINAL_SUPER_SYNTHETIC = 0x1030;
  private static final int ACC_PUBLIC = 0x0001;
  private static final int ACC_STATIC = 0x0008;

  private static final int UTF8 = 1;
  private static final int CLASS = 7;
  private static final int FIELD = 9;
  private static final int METHOD = 10;
  private static final int INTERFACE_METHOD = 11;
  private static final int NAME_AND_TYPE = 12;

  private static final int ILOAD_1 = 27;
  private static final int ILOAD_2 = 28;
  private static final int ALOAD_0 = 42;
  private static final int ALOAD_1 = 43;
  private static final int ALOAD_2 = 44;
  private static final int ARETURN = 176;
  private static final int RETURN = 177;
  private static final int GETSTATIC = 178;
  private static final int INVOKEVIRTUAL = 182;
  private static final int INVOKESPECIAL = 183;
  private static final int INVOKESTATIC = 184;

  private static final String METHOD_FIELD = "method";
  private static final String RESUME_FIELD = "resume";
  private static final String HANDLE_TYPE = MethodHandle.class.descriptorString();
  private static final String METHOD_TYPE = SuspendableMethod.class.descriptorString();
  private static final String RESUME =
      MethodType.methodType(Object.class, Carrier.class, Object.class).descriptorString();

  private final ByteArrayOutputStream pool = new ByteArrayOutputStream();
  private final DataOutputStream constants = new DataOutputStream(pool);
  private final List<List<Object>> known = new ArrayList<>();
  private final String name;
  private final String shape;
  private final MethodHandleInfo resume;
  private final String constructor;

  private FrameClass(Class<?> shape, MethodHandleInfo resume, MethodType parameters) {
    this.name = internalName(resume.getDeclaringClass()) + "$$Frame";
    this.shape = internalName(shape);
    this.resume = resume;
    this.constructor = parameters.changeReturnType(void.class).descriptorString();
  }

  /**
   * Defines the class.
   *
   * @param lookup the owner's
   * @param type from the numbers of cells, for a wide shape only, to the shape
   * @param resume the resume method
   * @param method what the frames will tell of their method
   * @return the constructor
   */
  static MethodHandle define(
      Lookup lookup, MethodType type, MethodHandle resume, SuspendableMethod method)
      throws ReflectiveOperationException {
    byte[] bytes = write(lookup.revealDirect(resume), type);
    Lookup frames = lookup.defineHiddenClass(bytes, true, Lookup.ClassOption.NESTMATE);
    Class<?> frame = frames.lookupClass();
    frames.findStaticVarHandle(frame, METHOD_FIELD, SuspendableMethod.class).set(method);
    if (lookup.lookupClass().isHidden()) {
      frames.findStaticVarHandle(frame, RESUME_FIELD, MethodHandle.class).set(resume);
    }
    return frames.findConstructor(frame, type.changeReturnType(void.class));
  }

  private static byte[] write(MethodHandleInfo resume, MethodType type) {
    try {
      return new FrameClass(type.returnType(), resume, type).write();
    } catch (IOException e) {
      throw new UncheckedIOException(e); // no: it goes into memory
    }
  }

  /** A hidden class has a name that no other class can use; it is cut off at its suffix. */
  private static String internalName(Class<?> type) {
    String binary = type.getName();
    int suffix = binary.indexOf('/');
    return (suffix < 0 ? binary : binary.substring(0, suffix)).replace('.', '/');
  }

  private byte[] write() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    DataOutputStream body = new DataOutputStream(bytes);
    body.writeShort(ACC_FINAL_SUPER_SYNTHETIC);
    body.writeShort(type(name));
    body.writeShort(type(shape));
    body.writeShort(0); // interfaces
    body.writeShort(2); // fields
    field(body, METHOD_FIELD, METHOD_TYPE);
    field(body, RESUME_FIELD, HANDLE_TYPE);
    body.writeShort(3); // methods
    method(body, 0, "<init>", constructor, constructorCode());
    method(body, ACC_PUBLIC, "method", "()" + METHOD_TYPE, methodCode());
    method(body, ACC_PUBLIC, "resume", RESUME, resumeCode());
    body.writeShort(0); // attributes
    return withConstants(bytes);
  }

  private byte[] withConstants(ByteArrayOutputStream body) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    DataOutputStream all = new DataOutputStream(bytes);
    all.writeInt(MAGIC);
    all.writeInt(JAVA_17);
    all.writeShort(known.size() + 1);
    pool.writeTo(all);
    body.writeTo(all);
    return bytes.toByteArray();
  }

  private void member(DataOutputStream out, int access, String member, String descriptor)
      throws IOException {
    out.writeShort(access);
    out.writeShort(text(member));
    out.writeShort(text(descriptor));
  }

  private void field(DataOutputStream out, String field, String descriptor) throws IOException {
    member(out, ACC_STATIC, field, descriptor);
    out.writeShort(0); // attributes
  }

  private void method(
      DataOutputStream out, int access, String method, String descriptor, byte[] code)
      throws IOException {
    member(out, access, method, descriptor);
    out.writeShort(1); // attributes
    out.writeShort(text("Code"));
    out.writeInt(12 + code.length);
    out.writeShort(4); // operands
    out.writeShort(3); // locals
    out.writeInt(code.length);
    out.write(code);
    out.writeShort(0); // exception table
    out.writeShort(0); // attributes
  }

  private byte[] constructorCode() throws IOException {
    int superclass = member(METHOD, shape, "<init>", constructor);
    return constructor.equals("()V")
        ? code(ALOAD_0, INVOKESPECIAL, superclass >> 8, superclass, RETURN)
        : code(ALOAD_0, ILOAD_1, ILOAD_2, INVOKESPECIAL, superclass >> 8, superclass, RETURN);
  }

  private byte[] methodCode() throws IOException {
    int field = member(FIELD, name, METHOD_FIELD, METHOD_TYPE);
    return code(GETSTATIC, field >> 8, field, ARETURN);
  }

  private byte[] resumeCode() throws IOException {
    Class<?> owner = resume.getDeclaringClass();
    String descriptor = resume.getMethodType().descriptorString();
    if (owner.isHidden()) {
      int field = member(FIELD, name, RESUME_FIELD, HANDLE_TYPE);
      int invoke = member(METHOD, "java/lang/invoke/MethodHandle", "invokeExact", descriptor);
      return code(
          GETSTATIC,
          field >> 8,
          field,
          ALOAD_1,
          ALOAD_0,
          ALOAD_2,
          INVOKEVIRTUAL,
          invoke >> 8,
          invoke,
          ARETURN);
    }
    int tag = owner.isInterface() ? INTERFACE_METHOD : METHOD;
    int method = member(tag, internalName(owner), resume.getName(), descriptor);
    return code(ALOAD_1, ALOAD_0, ALOAD_2, INVOKESTATIC, method >> 8, method, ARETURN);
  }

  private static byte[] code(int... instructions) {
    byte[] bytes = new byte[instructions.length];
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = (byte) instructions[i];
    }
    return bytes;
  }

  private int member(int tag, String owner, String member, String descriptor) throws IOException {
    return constant(tag, type(owner), constant(NAME_AND_TYPE, text(member), text(descriptor)));
  }

  private int type(String internalName) throws IOException {
    return constant(CLASS, text(internalName));
  }

  private int text(String value) throws IOException {
    int index = index(List.of(UTF8, value));
    if (index == 0) {
      constants.writeByte(UTF8);
      constants.writeUTF(value);
      return known.size();
    }
    return index;
  }

  private int constant(int tag, Integer... parts) throws IOException {
    List<Object> key = new ArrayList<>(List.of(parts));
    key.add(0, "tag " + tag);
    int index = index(key);
    if (index == 0) {
      constants.writeByte(tag);
      for (int part : parts) {
        constants.writeShort(part);
      }
      return known.size();
    }
    return index;
  }

  /** The number of a constant; 0 if it is new, and it gets the next one then. */
  private int index(List<Object> key) {
    int found = known.indexOf(key) + 1;
    if (found == 0) {
      known.add(key);
    }
    return found;
  }
}
