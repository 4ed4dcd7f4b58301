package dev.respool.compiler.golden;

import dev.respool.compiler.Compilation;
import dev.respool.compiler.fixture.AssembledClass;
import dev.respool.compiler.plan.Call;
import dev.respool.compiler.plan.MethodPlan;
import dev.respool.compiler.suspendable.MethodKey;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.Optional;
import org.objectweb.asm.Handle;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.InvokeDynamicInsnNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.util.Textifier;
import org.objectweb.asm.util.TraceMethodVisitor;

/**
 * Writes the golden text of a class: for each transformed method its plan, its two bodies and what
 * makes its frames; then what it implements if it was made serializable, and what reads lambdas
 * back.
 */
record Golden(ClassNode transformed, List<MethodPlan> plans) {

  static String textOf(Compilation compilation) {
    byte[] bytes =
        compilation
            .bytes()
            .orElseThrow(() -> new AssertionError(compilation.className() + " was not changed"));
    return new Golden(AssembledClass.node(bytes), compilation.plans()).text();
  }

  private String text() {
    StringBuilder text = new StringBuilder();
    for (MethodPlan plan : plans) {
      String name = plan.method().name().replaceAll("[<>]", "");
      MethodNode factory = method("respool$frame$" + name + "$", null);
      text.append("==== plan\n").append(plan);
      text.append("\n==== fast path\n").append(code(fastPath(plan)));
      variant(plan).ifPresent(v -> text.append("\n==== variant\n").append(code(v)));
      text.append("\n==== resume method\n").append(code(resumeMethod(factory)));
      text.append("\n==== frame factory\n").append(code(factory));
      spillMethods(factory).forEach(m -> text.append("\n==== spill method\n").append(code(m)));
      text.append('\n');
    }
    if (isMadeSerializable()) {
      text.append("==== made serializable\n").append(transformed.interfaces).append("\n\n");
    }
    lambdas().ifPresent(m -> text.append("==== lambdas read back\n").append(code(m)));
    return text.toString();
  }

  private boolean isMadeSerializable() {
    return transformed.visibleAnnotations != null
        && transformed.visibleAnnotations.stream()
            .anyMatch(mark -> mark.desc.equals("Ldev/respool/abi/MadeSerializable;"));
  }

  private Optional<MethodNode> lambdas() {
    return transformed.methods.stream()
        .filter(m -> m.name.equals("$deserializeLambda$"))
        .findFirst();
  }

  private MethodNode fastPath(MethodPlan plan) {
    return method(plan.method().name(), plan.method().descriptor());
  }

  private Optional<MethodNode> variant(MethodPlan plan) {
    MethodKey method = plan.method();
    String signature = method.name() + Call.Variant.descriptor(method.descriptor());
    return transformed.methods.stream()
        .filter(m -> plan.hasVariant() && (m.name + m.desc).equals(signature))
        .findFirst();
  }

  private List<MethodNode> spillMethods(MethodNode factory) {
    String prefix = factory.name.replaceFirst("frame", "spill") + "$";
    return transformed.methods.stream().filter(m -> m.name.startsWith(prefix)).toList();
  }

  /** The one that the frame factory hands to the runtime. */
  private MethodNode resumeMethod(MethodNode factory) {
    for (AbstractInsnNode insn : factory.instructions) {
      if (insn instanceof InvokeDynamicInsnNode constant) {
        Handle resume = (Handle) constant.bsmArgs[0];
        return method(resume.getName(), resume.getDesc());
      }
    }
    throw new AssertionError(factory.name + " hands no resume method to the runtime");
  }

  /** By name and descriptor, or, with no descriptor, by the beginning of the name. */
  private MethodNode method(String name, String descriptor) {
    return transformed.methods.stream()
        .filter(
            m ->
                descriptor == null
                    ? m.name.startsWith(name)
                    : (m.name + m.desc).equals(name + descriptor))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no method " + name + " in " + transformed.name));
  }

  private static String code(MethodNode method) {
    Textifier header = new Textifier();
    Textifier body = header.visitMethod(method.access, method.name, method.desc, null, null);
    method.accept(new TraceMethodVisitor(body));
    StringWriter text = new StringWriter();
    header.print(new PrintWriter(text, true));
    return text.toString().strip() + "\n";
  }
}
