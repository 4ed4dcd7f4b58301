package dev.respool.compiler;

import dev.respool.compiler.suspendable.ClassHierarchy;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.commons.JSRInlinerAdapter;

/**
 * Gives a class file of version 50, the first that may have them, or older its stack map frames
 * (JVMS 4.1, 4.7.4): subroutines are inlined and frames are computed. Frames that are there are not
 * looked at, since the JVM does not insist on them before version 51 (JVMS 4.10). Types are merged
 * by what the class files say; no class is loaded.
 */
final class OldClassFile {
  private OldClassFile() {}

  /** Two types were to be merged of which one is not found. */
  static final class MissingTypeException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    MissingTypeException(String internalName) {
      super(internalName.replace('/', '.'), null, false, false);
    }
  }

  /**
   * Computes the frames.
   *
   * @throws MissingTypeException if that needs a class that is not found
   */
  static byte[] withFrames(ClassReader reader, ClassHierarchy classes) {
    ClassWriter writer = new MergingWriter(classes);
    reader.accept(new Modernizer(writer), ClassReader.SKIP_FRAMES);
    return writer.toByteArray();
  }

  private static final class Modernizer extends ClassVisitor {
    Modernizer(ClassVisitor next) {
      super(Opcodes.ASM9, next);
    }

    @Override
    public void visit(
        int version, int access, String name, String signature, String superName, String[] types) {
      super.visit(Opcodes.V1_6, access, name, signature, superName, types);
    }

    @Override
    public MethodVisitor visitMethod(
        int access, String name, String descriptor, String signature, String[] exceptions) {
      MethodVisitor next = super.visitMethod(access, name, descriptor, signature, exceptions);
      return new JSRInlinerAdapter(next, access, name, descriptor, signature, exceptions);
    }
  }

  /** Gives up on a method after some seconds, where ASM would by default after a tenth of one. */
  private static final class MergingWriter extends ClassWriter {
    private static final int MOST_BYTES = 1 << 28;
    private static final long MOST_OPERATIONS = 5_000_000_000L;

    private final ClassHierarchy classes;

    MergingWriter(ClassHierarchy classes) {
      super(COMPUTE_FRAMES);
      setComputeLimits(MOST_BYTES, MOST_OPERATIONS);
      this.classes = classes;
    }

    @Override
    protected String getCommonSuperClass(String one, String other) {
      return classes.commonSuperclass(one, other, MissingTypeException::new);
    }
  }
}
