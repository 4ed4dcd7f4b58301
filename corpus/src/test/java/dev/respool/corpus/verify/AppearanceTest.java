package dev.respool.corpus.verify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Opcodes;

/** Whatever a transformer might leave behind for others to see is found. */
class AppearanceTest {
  private static final byte[] ORIGINAL = new JdkClasses().find("java/util/Vector").orElseThrow();

  /** A transformer of some sort. */
  private interface End {
    void visit(ClassVisitor type);
  }

  private static String changed(End end) {
    ClassWriter writer = new ClassWriter(0);
    new ClassReader(ORIGINAL)
        .accept(
            new ClassVisitor(Opcodes.ASM9, writer) {
              @Override
              public void visitEnd() {
                end.visit(cv);
                super.visitEnd();
              }
            },
            0);
    List<Fault> faults = new Appearance(ORIGINAL).faults(writer.toByteArray());
    return String.join("\n", faults.stream().map(Fault::reason).toList());
  }

  private static void method(ClassVisitor type, int access, String name) {
    type.visitMethod(access | Opcodes.ACC_ABSTRACT, name, "()V", null, null).visitEnd();
  }

  @Test
  void a_private_synthetic_method_is_not_seen() {
    assertEquals(
        "", changed(type -> method(type, Opcodes.ACC_PRIVATE | Opcodes.ACC_SYNTHETIC, "added")));
  }

  @Test
  void a_private_method_is() {
    assertEquals(
        "new: // access flags 0x402\nnew: private abstract added()V",
        changed(type -> method(type, Opcodes.ACC_PRIVATE, "added")));
  }

  @Test
  void so_is_a_synthetic_one() {
    assertEquals(
        "new: // access flags 0x1400\nnew: abstract synthetic added()V",
        changed(type -> method(type, Opcodes.ACC_SYNTHETIC, "added")));
  }

  @Test
  void so_is_a_field() {
    assertEquals(
        "new: // access flags 0x1002\nnew: private synthetic J added",
        changed(
            type ->
                type.visitField(
                        Opcodes.ACC_PRIVATE | Opcodes.ACC_SYNTHETIC, "added", "J", null, null)
                    .visitEnd()));
  }

  @Test
  void so_is_an_annotation() {
    assertEquals(
        "new: @Lcom/acme/Added;()",
        changed(type -> type.visitAnnotation("Lcom/acme/Added;", true).visitEnd()));
  }

  @Test
  void so_is_an_other_flag() {
    byte[] changed = ORIGINAL.clone();
    int access = new ClassReader(ORIGINAL).header; // JVMS 4.1: access_flags
    changed[access + 1] |= Opcodes.ACC_FINAL;
    List<String> reasons =
        new Appearance(ORIGINAL).faults(changed).stream().map(Fault::reason).toList();
    assertTrue(reasons.contains("lost: // access flags 0x21"), reasons::toString);
    assertTrue(reasons.contains("new: // access flags 0x31"), reasons::toString);
  }
}
