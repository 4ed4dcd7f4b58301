package dev.respool.compiler.plan;

import dev.respool.compiler.suspendable.MethodKey;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.LocalVariableNode;
import org.objectweb.asm.tree.MethodNode;

/**
 * Writes the description of a method and of its suspension points that the runtime shows to people
 * and that a saved frame is held against; the format is that of the runtime's {@code Description}.
 * What stands in a description already is written as its number. A description that would not fit
 * into a constant leaves the values out.
 */
final class DescriptionWriter {
  private static final int LARGEST_CONSTANT = 65_535;

  private final ClassNode owner;
  private final MethodNode method;
  private final SourceLines lines;

  /** One writing: the called methods and the values that the text has so far, by number. */
  private final class Text {
    private final StringBuilder text = new StringBuilder();
    private final Map<String, Integer> callees = new HashMap<>();
    private final Map<String, Integer> values = new HashMap<>();

    void head(boolean withValues) {
      text.append(method.name).append('\t').append(method.desc).append('\t');
      text.append(owner.sourceFile == null ? "" : owner.sourceFile);
      text.append(withValues ? "" : "\t-");
    }

    void point(SuspensionPoint point) {
      text.append('\n').append(point.line()).append('\t');
      once(callees, callee(point));
    }

    void value(String value) {
      text.append('\t');
      once(values, value);
    }

    private void once(Map<String, Integer> known, String added) {
      Integer number = known.putIfAbsent(added, known.size());
      text.append(number == null ? added : number.toString());
    }
  }

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

  private String write(List<SuspensionPoint> points, boolean withValues) {
    Text text = new Text();
    text.head(withValues);
    for (SuspensionPoint point : points) {
      text.point(point);
      if (withValues) {
        point.locals().forEach(local -> text.value(local(point, local)));
        point.stack().forEach(operand -> text.value(operand(operand)));
      }
    }
    return text.text.toString();
  }

  private String callee(SuspensionPoint point) {
    MethodKey callee = point.callee();
    String type = callee.owner().equals(owner.name) ? "" : callee.owner();
    return type + "." + callee.name() + callee.descriptor();
  }

  private String local(SuspensionPoint point, SavedValue local) {
    LocalVariableNode named = lines.localAt(local.position(), point.index());
    return named == null
        ? value(local, ";" + local.position(), descriptor(local.type()))
        : value(local, named.name, named.desc);
  }

  private static String operand(SavedValue operand) {
    return value(operand, "." + operand.position(), descriptor(operand.type()));
  }

  private static String value(SavedValue value, String name, String descriptor) {
    return (value.cell() == null ? "-" : value.cell()) + "\t" + name + "\t" + descriptor;
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
