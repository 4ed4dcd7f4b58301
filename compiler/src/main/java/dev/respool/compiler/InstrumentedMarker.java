package dev.respool.compiler;

import dev.respool.compiler.emit.RuntimeAbi;
import java.util.ArrayList;
import java.util.List;
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

  private final int version;

  private InstrumentedMarker(int version) {
    super(NAME);
    this.version = version;
  }

  /** Reads markers, for {@link ClassReader#accept}. */
  static Attribute[] prototypes() {
    return new Attribute[] {new InstrumentedMarker(RuntimeAbi.VERSION)};
  }

  @Override
  protected Attribute read(
      ClassReader reader, int offset, int length, char[] buffer, int code, Label[] labels) {
    return new InstrumentedMarker(reader.readUnsignedShort(offset));
  }

  @Override
  protected ByteVector write(
      ClassWriter writer, byte[] code, int length, int maxStack, int maxLocals) {
    return new ByteVector().putShort(version);
  }

  static boolean isOn(ClassNode node) {
    return !markers(node).isEmpty();
  }

  /**
   * A class of another version would fail when it first suspends, or when it calls what the runtime
   * does not have.
   *
   * @throws UnreadableClassException if the class was instrumented for another version
   */
  static void requireOurVersion(ClassNode node) {
    for (InstrumentedMarker marker : markers(node)) {
      if (marker.version != RuntimeAbi.VERSION) {
        throw UnreadableClassException.ofOtherVersion(
            node.name.replace('/', '.'), marker.version, RuntimeAbi.VERSION);
      }
    }
  }

  private static List<InstrumentedMarker> markers(ClassNode node) {
    List<InstrumentedMarker> markers = new ArrayList<>();
    for (Attribute attribute : node.attrs == null ? List.<Attribute>of() : node.attrs) {
      if (attribute instanceof InstrumentedMarker marker) {
        markers.add(marker);
      }
    }
    return markers;
  }

  static void putOn(ClassNode node) {
    node.visitAttribute(new InstrumentedMarker(RuntimeAbi.VERSION));
  }
}
