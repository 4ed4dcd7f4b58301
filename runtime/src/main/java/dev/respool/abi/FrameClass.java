package dev.respool.abi;

import dev.respool.abi.SmallClass.Instructions;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandleInfo;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodHandles.Lookup;
import java.lang.invoke.MethodType;

/**
 * The class of the frames of one method:
 *
 * <pre>
 *   final class Owner$$Frame extends Shape {
 *     static SuspendableMethod method;
 *     Owner$$Frame() {}                                    // or (int refs, int prims), of a wide shape
 *     SuspendableMethod method() { return method; }
 *     long number() { return method.awakeNumber(); }
 *     Object resume(Carrier carrier, Object value) { return Owner.m(carrier, this, value); }
 *   }
 * </pre>
 *
 * <p>It is defined as a hidden nestmate of the owner, so it may call the private method and is not
 * seen in stack traces. An owner that is hidden itself has no name to call it by; a method handle
 * in another static field does it then.
 *
 * <p>For a method that was compiled for debuggers it belongs to this package, and calls through the
 * method handle, too. A filter that keeps debuggers out of this package keeps them out of it.
 */
final class FrameClass {
  private static final String METHOD_FIELD = "method";
  private static final String RESUME_FIELD = "resume";
  private static final String HANDLE_TYPE = MethodHandle.class.descriptorString();
  private static final String METHOD_TYPE = SuspendableMethod.class.descriptorString();
  private static final String RESUME =
      MethodType.methodType(Object.class, Carrier.class, Object.class).descriptorString();

  private final String name;
  private final String shape;
  private final MethodHandleInfo resume;
  private final boolean byHandle;
  private final String constructor;
  private final SmallClass file;

  /**
   * @param host the class in whose package it is
   * @param type from the numbers of cells, for a wide shape only, to the shape
   */
  private FrameClass(Class<?> host, MethodType type, MethodHandleInfo resume) {
    this.name = internalName(host) + "$$Frame";
    this.shape = internalName(type.returnType());
    this.resume = resume;
    this.byHandle = host.isHidden() || host == FrameClass.class;
    this.constructor = type.changeReturnType(void.class).descriptorString();
    this.file = new SmallClass(name, this.shape);
  }

  /**
   * Defines the class.
   *
   * @param lookup the owner's
   * @param type from the numbers of cells, for a wide shape only, to the shape
   * @param resume the resume method
   * @param method what the frames will tell of their method
   * @param debuggable whether the method was compiled for debuggers
   * @return the constructor
   */
  static MethodHandle define(
      Lookup lookup,
      MethodType type,
      MethodHandle resume,
      SuspendableMethod method,
      boolean debuggable)
      throws ReflectiveOperationException {
    Lookup host = debuggable ? MethodHandles.lookup() : lookup;
    FrameClass file = new FrameClass(host.lookupClass(), type, lookup.revealDirect(resume));
    Lookup frames = host.defineHiddenClass(file.write(), true, Lookup.ClassOption.NESTMATE);
    Class<?> frame = frames.lookupClass();
    frames.findStaticVarHandle(frame, METHOD_FIELD, SuspendableMethod.class).set(method);
    if (file.byHandle) {
      frames.findStaticVarHandle(frame, RESUME_FIELD, MethodHandle.class).set(resume);
    }
    return frames.findConstructor(frame, type.changeReturnType(void.class));
  }

  /** A hidden class has a name that no other class can use; it is cut off at its suffix. */
  private static String internalName(Class<?> type) {
    String binary = type.getName();
    int suffix = binary.indexOf('/');
    return (suffix < 0 ? binary : binary.substring(0, suffix)).replace('.', '/');
  }

  private byte[] write() {
    file.field(METHOD_FIELD, METHOD_TYPE);
    file.field(RESUME_FIELD, HANDLE_TYPE);
    file.constructor(constructor, constructorCode());
    file.method("method", "()" + METHOD_TYPE, methodCode());
    file.method("number", "()J", numberCode());
    file.method("resume", RESUME, byHandle ? resumeCodeByHandle() : resumeCode());
    return file.bytes();
  }

  private Instructions constructorCode() {
    int superclass = file.member(SmallClass.METHOD, shape, "<init>", constructor);
    Instructions code = new Instructions().add(SmallClass.ALOAD_0);
    if (!constructor.equals("()V")) {
      code.add(SmallClass.ILOAD_1).add(SmallClass.ILOAD_2);
    }
    return code.add(SmallClass.INVOKESPECIAL, superclass).add(SmallClass.RETURN);
  }

  private Instructions methodCode() {
    int field = file.member(SmallClass.FIELD, name, METHOD_FIELD, METHOD_TYPE);
    return new Instructions().add(SmallClass.GETSTATIC, field).add(SmallClass.ARETURN);
  }

  private Instructions numberCode() {
    int field = file.member(SmallClass.FIELD, name, METHOD_FIELD, METHOD_TYPE);
    String type = internalName(SuspendableMethod.class);
    int number = file.member(SmallClass.METHOD, type, "awakeNumber", "()J");
    return new Instructions()
        .add(SmallClass.GETSTATIC, field)
        .add(SmallClass.INVOKEVIRTUAL, number)
        .add(SmallClass.LRETURN);
  }

  private Instructions resumeCode() {
    Class<?> owner = resume.getDeclaringClass();
    int tag = owner.isInterface() ? SmallClass.INTERFACE_METHOD : SmallClass.METHOD;
    int method = file.member(tag, internalName(owner), resume.getName(), resumeDescriptor());
    return withArguments(new Instructions())
        .add(SmallClass.INVOKESTATIC, method)
        .add(SmallClass.ARETURN);
  }

  private Instructions resumeCodeByHandle() {
    int field = file.member(SmallClass.FIELD, name, RESUME_FIELD, HANDLE_TYPE);
    int invoke =
        file.member(
            SmallClass.METHOD, "java/lang/invoke/MethodHandle", "invokeExact", resumeDescriptor());
    return withArguments(new Instructions().add(SmallClass.GETSTATIC, field))
        .add(SmallClass.INVOKEVIRTUAL, invoke)
        .add(SmallClass.ARETURN);
  }

  private String resumeDescriptor() {
    return resume.getMethodType().descriptorString();
  }

  private static Instructions withArguments(Instructions code) {
    return code.add(SmallClass.ALOAD_1).add(SmallClass.ALOAD_0).add(SmallClass.ALOAD_2);
  }
}
