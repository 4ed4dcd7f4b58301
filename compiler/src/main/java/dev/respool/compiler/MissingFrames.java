package dev.respool.compiler;

import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/**
 * Finds code that needs stack map frames and has none. In class files of version 50, and only
 * there, the JVM then falls back on the verifier that needs none (JVMS 4.10).
 */
final class MissingFrames extends ClassVisitor {
  private boolean found;

  private MissingFrames() {
    super(Opcodes.ASM9);
  }

  /** Whether some method of a class needs frames and has none. */
  static boolean in(ClassReader reader) {
    MissingFrames frames = new MissingFrames();
    reader.accept(frames, ClassReader.SKIP_DEBUG);
    return frames.found;
  }

  @Override
  public MethodVisitor visitMethod(
      int access, String name, String descriptor, String signature, String[] exceptions) {
    return new Code();
  }

  private final class Code extends MethodVisitor {
    private boolean branches;
    private boolean hasFrames;

    Code() {
      super(Opcodes.ASM9);
    }

    @Override
    public void visitJumpInsn(int opcode, Label label) {
      branches = true;
    }

    @Override
    public void visitTableSwitchInsn(int min, int max, Label otherwise, Label... labels) {
      branches = true;
    }

    @Override
    public void visitLookupSwitchInsn(Label otherwise, int[] keys, Label[] labels) {
      branches = true;
    }

    @Override
    public void visitTryCatchBlock(Label start, Label end, Label handler, String type) {
      branches = true;
    }

    @Override
    public void visitFrame(int type, int locals, Object[] local, int height, Object[] stack) {
      hasFrames = true;
    }

    @Override
    public void visitEnd() {
      found |= branches && !hasFrames;
    }
  }
}
