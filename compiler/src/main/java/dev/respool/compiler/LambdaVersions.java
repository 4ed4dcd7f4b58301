package dev.respool.compiler;

import dev.respool.compiler.plan.LambdaSite;
import dev.respool.compiler.suspendable.Undeclared;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.MethodNode;

/**
 * What the bodies of a class's lambdas do, as hashes. A compiler numbers lambdas, so that in a
 * later version of a class the name of one may be that of another. The hash of a body is that of
 * its instructions, without lines and names of locals, and of the lambdas that it makes. It is
 * taken of the class as its own compiler wrote it, so that it is the same whoever transforms it.
 */
final class LambdaVersions {
  /** So much of a hash tells lambdas of one class apart; nobody gains by forging them. */
  private static final int LENGTH = 16;

  private final String owner;
  private final Map<String, MethodNode> undeclared = new HashMap<>();
  private final Map<String, String> versions = new TreeMap<>();

  private LambdaVersions(ClassNode owner) {
    this.owner = owner.name;
    for (MethodNode method : owner.methods) {
      if ((method.access & Opcodes.ACC_SYNTHETIC) != 0 || Undeclared.isNameOfPart(method.name)) {
        undeclared.put(method.name + method.desc, method);
      }
    }
    owner.methods.forEach(method -> made(method).forEach(this::version));
  }

  /**
   * Of a class that is not changed yet; method references have none, as people have named what they
   * call.
   *
   * @return the hashes by name and descriptor of the bodies
   */
  static Map<String, String> of(ClassNode owner) {
    return new LambdaVersions(owner).versions;
  }

  /** The bodies of the lambdas that a method makes. */
  private List<String> made(MethodNode method) {
    List<String> bodies = new ArrayList<>();
    for (AbstractInsnNode insn : method.instructions) {
      LambdaSite.of(insn)
          .map(site -> (Handle) site.insn().bsmArgs[1])
          .filter(body -> body.getOwner().equals(owner))
          .map(body -> body.getName() + body.getDesc())
          .filter(undeclared::containsKey)
          .ifPresent(bodies::add);
    }
    return bodies;
  }

  /** A body cannot make itself; one that seems to counts as nothing within itself. */
  private String version(String body) {
    String known = versions.get(body);
    if (known == null) {
      versions.put(body, "");
      known = hash(undeclared.get(body));
      versions.put(body, known);
    }
    return known;
  }

  private String hash(MethodNode body) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    all.writeBytes(instructions(body));
    for (String inner : made(body)) {
      all.writeBytes(version(inner).getBytes(StandardCharsets.US_ASCII));
    }
    return CodeVersion.of(all.toByteArray()).substring(0, LENGTH);
  }

  /** A class file with this method only: its constant pool does not depend on the others. */
  private static byte[] instructions(MethodNode body) {
    ClassWriter alone = new ClassWriter(0);
    alone.visit(Opcodes.V17, 0, "body", null, "java/lang/Object", null);
    MethodVisitor code = alone.visitMethod(body.access, body.name, body.desc, null, null);
    body.accept(new WithoutDebugInformation(code));
    return alone.toByteArray();
  }

  private static final class WithoutDebugInformation extends MethodVisitor {
    WithoutDebugInformation(MethodVisitor next) {
      super(Opcodes.ASM9, next);
    }

    @Override
    public void visitLineNumber(int line, Label start) {
      // moves without a change of what the code does
    }

    @Override
    public void visitLocalVariable(
        String name, String descriptor, String signature, Label start, Label end, int index) {
      // is there only with -g
    }

    @Override
    public void visitParameter(String name, int access) {
      // is there only with -parameters
    }
  }
}
