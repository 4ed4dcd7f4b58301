package dev.respool.abi;

import dev.respool.abi.SmallClass.Instructions;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandleInfo;
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
  private final String constructor;
  private final SmallClass file;

  private FrameClass(Class<?> shape, MethodHandleInfo resume, MethodType parameters) {
    this.name = internalName(resume.getDeclaringClass()) + "$$Frame";
    this.shape = internalName(shape);
    this.resume = resume;
    this.constructor = parameters.changeReturnType(void.class).descriptorString();
    this.file = new SmallClass(name, this.shape);
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
    byte[] bytes = new FrameClass(type.returnType(), lookup.revealDirect(resume), type).write();
    Lookup frames = lookup.defineHiddenClass(bytes, true, Lookup.ClassOption.NESTMATE);
    Class<?> frame = frames.lookupClass();
    frames.findStaticVarHandle(frame, METHOD_FIELD, SuspendableMethod.class).set(method);
    if (lookup.lookupClass().isHidden()) {
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
    boolean hidden = resume.getDeclaringClass().isHidden();
    file.method("resume", RESUME, hidden ? resumeCodeByHandle() : resumeCode());
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
