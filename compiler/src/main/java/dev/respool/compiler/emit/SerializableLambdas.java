package dev.respool.compiler.emit;

import dev.respool.compiler.plan.LambdaSite;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.objectweb.asm.AnnotationVisitor;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Label;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.commons.GeneratorAdapter;
import org.objectweb.asm.commons.Method;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.InvokeDynamicInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;

/**
 * Makes the lambdas and method references of a class serializable, as javac does with those whose
 * type is:
 *
 * <pre>
 *   private static Object $deserializeLambda$(SerializedLambda lambda) {
 *     if (lambda.getImplMethodName().equals("lambda$m$0") &amp;&amp; … ) {
 *       return (captured arguments) -&gt; …;                     // by invokedynamic
 *     }
 *     …
 *     return respool$deserialize$0(lambda);                   // what javac wrote, or the next part
 *   }
 * </pre>
 */
public final class SerializableLambdas {
  private static final String DESERIALIZE = "$deserializeLambda$";
  private static final String PART = "respool$deserialize$";
  private static final String LAMBDA = "java/lang/invoke/SerializedLambda";
  private static final String DESCRIPTOR = "(L" + LAMBDA + ";)Ljava/lang/Object;";
  private static final int ACCESS =
      Opcodes.ACC_PRIVATE | Opcodes.ACC_STATIC | Opcodes.ACC_SYNTHETIC;

  /** So many in one method: each takes some 100 bytes, and HotSpot compiles up to 8,000. */
  private static final int IN_ONE_METHOD = 60;

  private final ClassNode owner;
  private final List<InvokeDynamicInsnNode> sites;
  private final Map<String, String> versions;
  private int parts;

  private SerializableLambdas(
      ClassNode owner, List<InvokeDynamicInsnNode> sites, Map<String, String> versions) {
    this.owner = owner;
    this.sites = sites;
    this.versions = versions;
  }

  /**
   * Changes all of a class that are not serializable.
   *
   * @param owner the class
   * @param versions what the bodies of its lambdas did before it was changed, by name and
   *     descriptor
   * @return whether there were any
   */
  public static boolean make(ClassNode owner, Map<String, String> versions) {
    Map<String, InvokeDynamicInsnNode> changed = new LinkedHashMap<>();
    for (MethodNode method : owner.methods) {
      for (AbstractInsnNode insn : method.instructions) {
        LambdaSite.of(insn)
            .filter(site -> !site.isSerializable())
            .map(LambdaSite::madeSerializable)
            .ifPresent(site -> changed.putIfAbsent(key(site), site));
      }
    }
    if (!changed.isEmpty()) {
      new SerializableLambdas(owner, List.copyOf(changed.values()), versions).deserialize();
    }
    return !changed.isEmpty();
  }

  /** The copies in a method and in its resume method are the same lambda. */
  private static String key(InvokeDynamicInsnNode site) {
    return site.name + site.desc + site.bsmArgs[0] + site.bsmArgs[1] + site.bsmArgs[2];
  }

  private void deserialize() {
    String next = renamedOriginal();
    List<MethodNode> methods = new ArrayList<>();
    for (int from = 0; from < sites.size(); from += IN_ONE_METHOD) {
      int to = Math.min(from + IN_ONE_METHOD, sites.size());
      boolean last = to == sites.size();
      String name = last ? DESERIALIZE : PART + parts++;
      methods.add(part(name, sites.subList(from, to), next));
      next = name;
    }
    mark(methods.get(methods.size() - 1));
    owner.methods.addAll(methods);
  }

  private void mark(MethodNode deserialize) {
    AnnotationVisitor mark = deserialize.visitAnnotation(RuntimeAbi.LAMBDA_BODIES, true);
    AnnotationVisitor bodies = mark.visitArray("value");
    versions.forEach((body, version) -> bodies.visit(null, body + " " + version));
    bodies.visitEnd();
    mark.visitEnd();
  }

  /** What javac wrote for lambdas that were serializable already; null if there are none. */
  private String renamedOriginal() {
    for (MethodNode method : owner.methods) {
      if (method.name.equals(DESERIALIZE) && method.desc.equals(DESCRIPTOR)) {
        method.name = PART + parts++;
        redirect(method.name);
        return method.name;
      }
    }
    return null;
  }

  /** Scala's calls parts of its own by other names; nobody but the JDK calls this one. */
  private void redirect(String name) {
    for (MethodNode method : owner.methods) {
      for (AbstractInsnNode insn : method.instructions) {
        if (insn instanceof MethodInsnNode call
            && call.owner.equals(owner.name)
            && call.name.equals(DESERIALIZE)
            && call.desc.equals(DESCRIPTOR)) {
          call.name = name;
        }
      }
    }
  }

  private MethodNode part(String name, List<InvokeDynamicInsnNode> some, String next) {
    MethodNode method = new MethodNode(ACCESS, name, DESCRIPTOR, null, null);
    GeneratorAdapter code = new GeneratorAdapter(method, ACCESS, name, DESCRIPTOR);
    for (InvokeDynamicInsnNode site : some) {
      Label other = new Label();
      test(code, site, other); // nothing
      make(code, site); // function
      code.returnValue();
      code.mark(other);
      method.visitFrame(Opcodes.F_NEW, 1, new Object[] {LAMBDA}, 0, new Object[0]);
    }
    end(code, next);
    method.maxLocals = 1;
    method.maxStack = some.stream().mapToInt(SerializableLambdas::stack).max().orElse(0);
    return method;
  }

  private static int stack(InvokeDynamicInsnNode site) {
    return 4 + (Type.getArgumentsAndReturnSizes(site.desc) >> 2);
  }

  /** {@code if (!(lambda is of this site)) goto other}. */
  private static void test(GeneratorAdapter code, InvokeDynamicInsnNode site, Label other) {
    Handle body = (Handle) site.bsmArgs[1];
    String type = Type.getReturnType(site.desc).getInternalName();
    equal(code, "getImplMethodName", body.getName(), other);
    equal(code, "getImplMethodSignature", body.getDesc(), other);
    equal(code, "getImplClass", body.getOwner(), other);
    equal(code, "getFunctionalInterfaceClass", type, other);
    equal(code, "getFunctionalInterfaceMethodName", site.name, other);
    equal(code, "getInstantiatedMethodType", site.bsmArgs[2].toString(), other);
    code.loadArg(0); // lambda
    code.invokeVirtual(Type.getObjectType(LAMBDA), new Method("getImplMethodKind", "()I"));
    code.push(body.getTag()); // kind, expected
    code.ifICmp(GeneratorAdapter.NE, other);
    code.loadArg(0); // lambda
    code.invokeVirtual(Type.getObjectType(LAMBDA), new Method("getCapturedArgCount", "()I"));
    code.push(Type.getArgumentTypes(site.desc).length); // count, expected
    code.ifICmp(GeneratorAdapter.NE, other);
  }

  private static void equal(GeneratorAdapter code, String getter, String text, Label other) {
    code.push(text); // text
    code.loadArg(0); // text, lambda
    code.invokeVirtual(
        Type.getObjectType(LAMBDA), new Method(getter, "()Ljava/lang/String;")); // text, text
    code.invokeVirtual(
        Type.getType(String.class), new Method("equals", "(Ljava/lang/Object;)Z")); // truth
    code.ifZCmp(GeneratorAdapter.EQ, other);
  }

  private static void make(GeneratorAdapter code, InvokeDynamicInsnNode site) {
    Type[] captured = Type.getArgumentTypes(site.desc);
    for (int i = 0; i < captured.length; i++) {
      code.loadArg(0); // …, lambda
      code.push(i); // …, lambda, index
      code.invokeVirtual(
          Type.getObjectType(LAMBDA), new Method("getCapturedArg", "(I)Ljava/lang/Object;"));
      code.unbox(captured[i]); // …, argument
    }
    code.invokeDynamic(site.name, site.desc, site.bsm, site.bsmArgs); // function
  }

  private void end(GeneratorAdapter code, String next) {
    if (next == null) {
      code.throwException(
          Type.getType(IllegalArgumentException.class), "no lambda of this class has that shape");
      return;
    }
    code.loadArg(0); // lambda
    code.visitMethodInsn(
        Opcodes.INVOKESTATIC, owner.name, next, DESCRIPTOR, Emitter.isInterface(owner));
    code.returnValue();
  }
}
