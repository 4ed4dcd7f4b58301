package dev.respool.compiler;

import dev.respool.compiler.emit.RuntimeAbi;
import org.objectweb.asm.Attribute;
import org.objectweb.asm.ByteVector;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Label;
import org.objectweb.asm.tree.ClassNode;

/**
 * The class attribute (JVMS 4.7.1) that says "already instrumented, for this version of the
 * runtime's interface".
 */
final class InstrumentedMarker extends Attribute {
  static final String NAME = "dev.respool.Instrumented";

  InstrumentedMarker() {
    super(NAME);
  }

  @Override
  protected Attribute read(
      ClassReader reader, int offset, int length, char[] buffer, int code, Label[] labels) {
    return new InstrumentedMarker();
  }

  @Override
  protected ByteVector write(
      ClassWriter writer, byte[] code, int length, int maxStack, int maxLocals) {
    return new ByteVector().putShort(RuntimeAbi.VERSION);
  }

  static boolean isOn(ClassNode node) {
    return node.attrs != null && node.attrs.stream().anyMatch(a -> a.type.equals(NAME));
  }

  static void putOn(ClassNode node) {
    node.visitAttribute(new InstrumentedMarker());
  }
}
