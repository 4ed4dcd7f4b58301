package dev.respool.compiler.plan;

import java.util.List;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.LocalVariableNode;
import org.objectweb.asm.tree.MethodNode;

/**
 * Writes the description of a method and of its suspension points that the runtime shows to people;
 * the format is that of the runtime's {@code Description}. A description that would not fit into a
 * constant leaves the locals out.
 */
final class DescriptionWriter {
  private static final int LARGEST_CONSTANT = 65_535;

  private final ClassNode owner;
  private final MethodNode method;
  private final SourceLines lines;

  DescriptionWriter(ClassNode owner, MethodNode method, SourceLines lines) {
    this.owner = owner;
    this.method = method;
    this.lines = lines;
  }

  String write(List<SuspensionPoint> points) {
    String full = write(points, true);
    return fits(full) ? full : write(points, false);
  }

  /** Whether the text can be a constant (JVMS 4.4.7). */
  static boolean fits(String text) {
    long bytes = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      bytes += c != 0 && c < 0x80 ? 1 : c < 0x800 ? 2 : 3;
    }
    return bytes <= LARGEST_CONSTANT;
  }

  private String write(List<SuspensionPoint> points, boolean withLocals) {
    StringBuilder text = new StringBuilder();
    text.append(method.name).append('\t').append(method.desc).append('\t');
    text.append(owner.sourceFile == null ? "" : owner.sourceFile);
    for (SuspensionPoint point : points) {
      text.append('\n').append(point.line()).append('\t').append(point.callee().name());
      if (withLocals) {
        point.locals().forEach(local -> write(text, point, local));
      }
    }
    return text.toString();
  }

  private void write(StringBuilder text, SuspensionPoint point, SavedValue local) {
    LocalVariableNode named = lines.localAt(local.position(), point.index());
    text.append('\t').append(local.cell() == null ? "-" : local.cell());
    text.append('\t').append(named == null ? "slot" + local.position() : named.name);
    text.append('\t').append(named == null ? descriptor(local.type()) : named.desc);
  }

  private static String descriptor(Object type) {
    if (type instanceof String name) {
      return name.startsWith("[") ? name : "L" + name + ";";
    }
    if (type == Opcodes.NULL) {
      return "Ljava/lang/Object;";
    }
    return switch (ValueKind.of(type)) {
      case INT -> "I";
      case LONG -> "J";
      case FLOAT -> "F";
      case DOUBLE -> "D";
      case REF -> "Ljava/lang/Object;";
    };
  }
}
