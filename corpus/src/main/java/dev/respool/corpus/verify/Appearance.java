package dev.respool.corpus.verify;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.objectweb.asm.Attribute;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.FieldVisitor;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.util.TraceClassVisitor;

/**
 * What reflection, serialization and other compilers see of a class: all but its code, its version
 * and its private synthetic methods. A transformed class looks as it did; so it has the default
 * {@code serialVersionUID} that it had (Java Object Serialization Specification 4.6), too.
 */
final class Appearance {
  private static final int UNSEEN = Opcodes.ACC_PRIVATE | Opcodes.ACC_SYNTHETIC;

  private final Set<String> methods = new HashSet<>();
  private final List<String> lines;

  /** That of a class file as it was compiled. */
  Appearance(byte[] original) {
    ClassVisitor names =
        new ClassVisitor(Opcodes.ASM9) {
          @Override
          public MethodVisitor visitMethod(
              int access, String name, String descriptor, String signature, String[] exceptions) {
            methods.add(name + descriptor);
            return null;
          }
        };
    new ClassReader(original).accept(names, ClassReader.SKIP_CODE);
    this.lines = lines(original);
  }

  /** Where a transformed class file looks different. */
  List<Fault> faults(byte[] transformed) {
    List<String> others = lines(transformed);
    if (lines.equals(others)) {
      return List.of();
    }
    List<Fault> faults = new ArrayList<>();
    Fault.without(lines, others).forEach(line -> faults.add(fault("lost: " + line)));
    Fault.without(others, lines).forEach(line -> faults.add(fault("new: " + line)));
    return faults.isEmpty() ? List.of(fault("another order")) : faults;
  }

  private static Fault fault(String reason) {
    return new Fault("appearance", "", reason);
  }

  private List<String> lines(byte[] classFile) {
    StringWriter text = new StringWriter();
    ClassVisitor printer = new TraceClassVisitor(new PrintWriter(text));
    new ClassReader(classFile).accept(new Seen(printer), ClassReader.SKIP_CODE);
    return text.toString().lines().filter(line -> !line.isBlank()).map(String::strip).toList();
  }

  /** Passes on what is compared. */
  private final class Seen extends ClassVisitor {
    private boolean isRecord;

    Seen(ClassVisitor next) {
      super(Opcodes.ASM9, next);
    }

    @Override
    public void visit(
        int version,
        int access,
        String name,
        String signature,
        String superName,
        String[] interfaces) {
      isRecord = (access & Opcodes.ACC_RECORD) != 0;
      super.visit(Opcodes.V17, access, name, signature, superName, interfaces);
    }

    /** A constructor that suspends may open the fields of a record, which have no setters. */
    @Override
    public FieldVisitor visitField(
        int access, String name, String descriptor, String signature, Object value) {
      int compared = isRecord ? access & ~Opcodes.ACC_FINAL : access;
      return super.visitField(compared, name, descriptor, signature, value);
    }

    @Override
    public MethodVisitor visitMethod(
        int access, String name, String descriptor, String signature, String[] exceptions) {
      boolean added = !methods.contains(name + descriptor);
      return added && (access & UNSEEN) == UNSEEN
          ? null
          : super.visitMethod(access, name, descriptor, signature, exceptions);
    }

    @Override
    public void visitAttribute(Attribute attribute) {
      // the transformer's mark, which nobody else reads
    }
  }
}
