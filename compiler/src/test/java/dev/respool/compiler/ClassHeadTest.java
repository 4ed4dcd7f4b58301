package dev.respool.compiler;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Opcodes;

/** Held against ASM's reader. */
class ClassHeadTest {
  private interface Überschrift extends Runnable, Comparable<String> {}

  @ParameterizedTest
  @ValueSource(
      classes = {Überschrift.class, ClassHeadTest.class, Object.class, String.class, List.class})
  void a_head_is_what_asm_reads(Class<?> type) throws Exception {
    String file = type.getName().replace('.', '/') + ".class";
    byte[] bytes = type.getClassLoader() == null ? jdk(file) : own(file);
    ClassReader reader = new ClassReader(bytes);
    ClassHead head = new ClassHead(bytes);
    List<String> supertypes = new ArrayList<>(List.of(reader.getInterfaces()));
    if (reader.getSuperName() != null) {
      supertypes.add(reader.getSuperName());
    }
    assertEquals(reader.getClassName(), head.name());
    assertEquals(supertypes, head.supertypes());
    assertEquals(reader.getItemCount(), head.constants());
    for (int i = 1; i < head.constants(); i++) {
      assertEquals(reader.getItem(i), head.constant(i));
    }
  }

  private static byte[] own(String file) throws Exception {
    return ClassHeadTest.class.getClassLoader().getResourceAsStream(file).readAllBytes();
  }

  private static byte[] jdk(String file) throws Exception {
    return ClassLoader.getSystemResourceAsStream(file).readAllBytes();
  }

  private static byte[] classFile(int version) {
    ClassWriter writer = new ClassWriter(0);
    writer.visit(version, 0, "T", null, "java/lang/Object", null);
    return writer.toByteArray();
  }

  @Test
  void it_knows_the_versions_that_asm_knows() {
    int version = Opcodes.V17;
    while (isReadByAsm(version)) {
      assertEquals("T", new ClassHead(classFile(version)).name());
      version++;
    }
    byte[] newer = classFile(version);
    assertTrue(
        assertThrows(UnreadableClassException.class, () -> new ClassHead(newer))
            .getMessage()
            .contains("version " + version));
  }

  private static boolean isReadByAsm(int version) {
    try {
      return new ClassReader(classFile(version)).getItemCount() > 0;
    } catch (IllegalArgumentException unsupported) {
      return false;
    }
  }

  @Test
  void a_cut_or_damaged_file_is_unreadable() {
    byte[] bytes = classFile(Opcodes.V17);
    for (int length = 0; length < 12; length++) {
      byte[] cut = java.util.Arrays.copyOf(bytes, length);
      assertThrows(UnreadableClassException.class, () -> new ClassHead(cut));
    }
    for (byte tag : new byte[] {0, 2, 13, 21, -1}) {
      byte[] damaged = bytes.clone();
      damaged[10] = tag;
      assertThrows(UnreadableClassException.class, () -> new ClassHead(damaged));
    }
  }
}
