package dev.respool.it.random;

import static org.objectweb.asm.Opcodes.*;

import org.objectweb.asm.MethodVisitor;

/** What lies in a slot or on the operand stack of a generated method, and how it passes a probe. */
enum Kind {
  INT("i", "I", ILOAD),
  BYTE("octet", "B", ILOAD),
  SHORT("small", "S", ILOAD),
  CHAR("letter", "C", ILOAD),
  BOOLEAN("b", "Z", ILOAD),
  LONG("l", "J", LLOAD),
  FLOAT("f", "F", FLOAD),
  DOUBLE("d", "D", DLOAD),
  STRING("ref", "Ljava/lang/Object;", ALOAD),
  ARRAY("ref", "Ljava/lang/Object;", ALOAD),
  NULL("ref", "Ljava/lang/Object;", ALOAD);

  private static final int STORE = ISTORE - ILOAD;
  private static final String PROBE = "dev/respool/it/targets/Probe";

  private final String probe;
  private final String descriptor;
  private final int load;

  Kind(String probe, String descriptor, int load) {
    this.probe = probe;
    this.descriptor = descriptor;
    this.load = load;
  }

  void push(MethodVisitor code, int value) {
    switch (this) {
      case LONG -> code.visitLdcInsn(value * 0x1_0000_0001L);
      case FLOAT -> code.visitLdcInsn(value + 0.25f);
      case DOUBLE -> code.visitLdcInsn(value + 0.125);
      case STRING -> code.visitLdcInsn("s" + value);
      case NULL -> code.visitInsn(ACONST_NULL);
      case BOOLEAN -> code.visitIntInsn(BIPUSH, value & 1);
      case ARRAY -> {
        code.visitIntInsn(BIPUSH, value & 3);
        code.visitIntInsn(NEWARRAY, T_INT);
      }
      default -> code.visitIntInsn(BIPUSH, value & 127);
    }
  }

  /** A call that may suspend and gives the value back. */
  void probe(MethodVisitor code) {
    String signature = "(" + descriptor + ")" + descriptor;
    code.visitMethodInsn(INVOKESTATIC, PROBE, probe, signature, false);
    if (this == STRING) {
      code.visitTypeInsn(CHECKCAST, "java/lang/String");
    } else if (this == ARRAY) {
      code.visitTypeInsn(CHECKCAST, "[I");
    }
  }

  /** Passes a caught exception through a probe, and drops it. */
  static void probeCaught(MethodVisitor code) {
    NULL.probe(code);
    NULL.pop(code);
  }

  void pop(MethodVisitor code) {
    code.visitInsn(this == LONG || this == DOUBLE ? POP2 : POP);
  }

  void load(MethodVisitor code, int slot) {
    code.visitVarInsn(load, slot);
  }

  void store(MethodVisitor code, int slot) {
    code.visitVarInsn(load + STORE, slot);
  }

  /** What both are where two paths meet; null if it is of no use. */
  static Kind merged(Kind a, Kind b) {
    if (a == b || a == null || b == null) {
      return a == b ? a : null;
    }
    if (a.load == ILOAD && b.load == ILOAD) {
      return INT;
    }
    if (a == NULL) {
      return b.load == ALOAD ? b : null;
    }
    return b == NULL && a.load == ALOAD ? a : null;
  }
}
