package dev.respool.compiler;

import dev.respool.compiler.emit.RuntimeAbi;
import java.util.List;
import java.util.stream.Stream;
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
    return markers(node).findAny().isPresent();
  }

  /**
   * A class of another version would fail when it first suspends, or when it calls what the runtime
   * does not have.
   *
   * @throws UnreadableClassException if the class was instrumented for another version
   */
  static void requireOurVersion(ClassNode node) {
    markers(node)
        .filter(marker -> marker.version != RuntimeAbi.VERSION)
        .findAny()
        .ifPresent(
            other -> {
              throw UnreadableClassException.ofOtherVersion(
                  node.name.replace('/', '.'), other.version, RuntimeAbi.VERSION);
            });
  }

  private static Stream<InstrumentedMarker> markers(ClassNode node) {
    List<Attribute> attributes = node.attrs == null ? List.of() : node.attrs;
    return attributes.stream()
        .filter(InstrumentedMarker.class::isInstance)
        .map(InstrumentedMarker.class::cast);
  }

  static void putOn(ClassNode node) {
    node.visitAttribute(new InstrumentedMarker(RuntimeAbi.VERSION));
  }
}
