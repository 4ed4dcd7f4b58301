package dev.respool.compiler.emit;

import dev.respool.compiler.plan.Cell;
import dev.respool.compiler.plan.FrameLayout;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Opcodes;

/**
 * The names and descriptors of the runtime that generated code uses; a test holds them against the
 * runtime's classes.
 */
public final class RuntimeAbi {
  /** The version of the interface; the runtime's {@code AbiVersion.CURRENT}. */
  public static final int VERSION = 8;

  static final String CARRIER = "dev/respool/abi/Carrier";
  static final String AWAKE = "dev/respool/abi/AwakeMethods";
  static final String FRAME = "dev/respool/abi/Frame";
  static final String METHOD = "dev/respool/abi/SuspendableMethod";
  static final String TRAMPOLINE = "dev/respool/abi/Trampoline";
  static final String REACQUISITION = "dev/respool/abi/Reacquisition";

  static final String TRANSFORMED = "Ldev/respool/abi/Transformed;";
  static final String LAMBDA_BODIES = "Ldev/respool/abi/LambdaBodies;";
  static final String MADE_SERIALIZABLE = "Ldev/respool/abi/MadeSerializable;";

  static final String AT = "(I)L" + AWAKE + ";";
  static final String ENTER = "(Ljava/lang/Class;)L" + CARRIER + ";";
  static final String NUMBER_OF = "(Ljava/lang/Class;)J";
  static final String NUMBER = "()J";
  static final String CALL = "(Ljava/lang/Object;L" + CARRIER + ";JI)V";
  static final String CALL_BOUND = "(L" + CARRIER + ";JI)V";
  static final String SUSPENDED = "(L" + CARRIER + ";)Z";
  static final String CAPTURE = "(L" + FRAME + ";L" + CARRIER + ";J)Ljava/lang/Object;";
  static final String CAPTURE_BOUND = "(L" + FRAME + ";L" + CARRIER + ";)V";
  static final String LEAVE = "(L" + CARRIER + ";J)Ljava/lang/Object;";
  static final String CAUGHT = "(Ljava/lang/Object;L" + CARRIER + ";L" + FRAME + ";)V";
  static final String THROWN = "(Ljava/lang/Object;)Ljava/lang/Throwable;";
  static final String REACQUIRING = "L" + REACQUISITION + ";";
  static final String RELEASED = "(L" + FRAME + ";L" + CARRIER + ";)V";
  static final String INSIDE = "(L" + CARRIER + ";L" + FRAME + ";)Ljava/lang/Object;";
  static final String BELOW =
      "(L" + CARRIER + ";L" + FRAME + ";Ljava/lang/Object;)Ljava/lang/Object;";
  static final Handle LINK =
      new Handle(
          Opcodes.H_INVOKESTATIC,
          METHOD,
          "link",
          "(Ljava/lang/invoke/MethodHandles$Lookup;Ljava/lang/String;Ljava/lang/invoke/MethodType;"
              + "Ljava/lang/invoke/MethodHandle;ILjava/lang/String;II)Ljava/lang/invoke/CallSite;",
          false);

  static final Handle FINAL_FIELD_SETTER =
      new Handle(
          Opcodes.H_INVOKESTATIC,
          "dev/respool/abi/FinalField",
          "setter",
          "(Ljava/lang/invoke/MethodHandles$Lookup;Ljava/lang/String;Ljava/lang/invoke/MethodType;)"
              + "Ljava/lang/invoke/CallSite;",
          false);

  private static final String SHAPES = "dev/respool/abi/Shapes$";
  static final String WIDE = SHAPES + "Wide";

  private RuntimeAbi() {}

  static String frameClass(FrameLayout layout) {
    String gap = layout.gap() ? "I" : "";
    return layout.isWide() ? WIDE : SHAPES + "R" + layout.refs() + gap + "P" + layout.prims();
  }

  /** The descriptor of a resume method. */
  static String resume(FrameLayout layout) {
    return "(L" + CARRIER + ";L" + frameClass(layout) + ";Ljava/lang/Object;)Ljava/lang/Object;";
  }

  /**
   * Whether a method of an instrumented class resumes another one.
   *
   * @param descriptor of the method
   * @return true for what the compiler has added, which is synthetic but for debuggers
   */
  public static boolean isResume(String descriptor) {
    return descriptor.startsWith("(L" + CARRIER + ";L" + SHAPES);
  }

  /** The descriptor of the way out of a method that returns a primitive value. */
  static String bits(String descriptor) {
    return descriptor.substring(0, descriptor.indexOf(')')) + ")J";
  }

  static String cellDescriptor(Cell cell) {
    return switch (cell.sort()) {
      case REFERENCE -> "Ljava/lang/Object;";
      case GAP -> "I";
      default -> "J";
    };
  }
}
