package dev.respool.compiler.suspendable;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.objectweb.asm.AnnotationVisitor;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/** Collects the {@link ClassFacts} of the class that it visits. */
public final class ClassFactsCollector extends ClassVisitor {
  /** The descriptor of the mark of what is suspendable. */
  public static final String SUSPENDABLE = "Ldev/respool/Suspendable;";

  /** The descriptor of the mark of what is made serializable. */
  public static final String SAVEABLE = "Ldev/respool/Saveable;";

  private static final String MADE_SERIALIZABLE = "Ldev/respool/abi/MadeSerializable;";
  private static final String LAMBDA_FACTORY = "java/lang/invoke/LambdaMetafactory";

  private final Map<String, Draft> drafts = new LinkedHashMap<>();
  private final List<MethodReference> references = new ArrayList<>();
  private String name;
  private String superName;
  private List<String> interfaces = List.of();
  private boolean isPublic;
  private boolean isFinal;
  private boolean isInterface;
  private boolean annotated;
  private boolean saveable;
  private EnclosingMethod enclosing;

  /** For one class. */
  public ClassFactsCollector() {
    super(Opcodes.ASM9);
  }

  /**
   * What was collected.
   *
   * @return the facts; call it after the visit
   */
  public ClassFacts facts() {
    Map<String, MethodFacts> methods = new LinkedHashMap<>();
    List<MethodReference> functions = allReferences();
    Uses uses = uses(functions);
    for (Map.Entry<String, Draft> draft : drafts.entrySet()) {
      methods.put(draft.getKey(), draft.getValue().facts(uses));
    }
    return new ClassFacts(
        name,
        superName,
        interfaces,
        isPublic,
        isFinal,
        isInterface,
        annotated,
        saveable,
        Optional.ofNullable(enclosing),
        methods,
        functions);
  }

  @Override
  public void visit(
      int version, int access, String name, String signature, String superName, String[] types) {
    this.name = name;
    this.superName = superName;
    this.isPublic = (access & Opcodes.ACC_PUBLIC) != 0;
    this.isFinal = (access & Opcodes.ACC_FINAL) != 0;
    this.isInterface = (access & Opcodes.ACC_INTERFACE) != 0;
    this.interfaces = types == null ? List.of() : List.of(types);
  }

  @Override
  public AnnotationVisitor visitAnnotation(String descriptor, boolean visible) {
    annotated |= descriptor.equals(SUSPENDABLE);
    saveable |= descriptor.equals(SAVEABLE);
    if (descriptor.equals(MADE_SERIALIZABLE)) {
      interfaces = withoutSerializable(interfaces);
    }
    return null;
  }

  /** As the class was compiled: its subclasses are to be treated alike before and after. */
  private static List<String> withoutSerializable(List<String> interfaces) {
    List<String> others = new ArrayList<>(interfaces);
    others.remove(SaveableCode.SERIALIZABLE);
    return List.copyOf(others);
  }

  @Override
  public void visitOuterClass(String owner, String method, String descriptor) {
    MethodKey around = method == null ? null : new MethodKey(owner, method, descriptor);
    enclosing = new EnclosingMethod(owner, Optional.ofNullable(around));
  }

  @Override
  public MethodVisitor visitMethod(
      int access, String method, String descriptor, String signature, String[] exceptions) {
    Draft draft = new Draft(new MethodKey(name, method, descriptor), access);
    drafts.put(method + descriptor, draft);
    return draft;
  }

  /** A method whose code is being visited. */
  private final class Draft extends MethodVisitor {
    private final MethodKey key;
    private final MethodKey written;
    private final int access;
    private final Set<MethodKey> calls = new LinkedHashSet<>();
    private boolean marked;
    private boolean catchesRefusal;

    Draft(MethodKey key, int access) {
      super(Opcodes.ASM9);
      this.key = key;
      this.written = WrittenCalls.asWritten(key);
      this.access = access;
    }

    MethodFacts facts(Uses uses) {
      List<MethodKey> lambdaFor = uses.asFunction(key);
      List<MethodKey> usedBy =
          Undeclared.is(key, access, !lambdaFor.isEmpty()) ? uses.users(key) : List.of();
      Draft body = body();
      return new MethodFacts(
          key,
          access,
          marked,
          List.copyOf(body.calls),
          lambdaFor,
          usedBy,
          body.catchesRefusal || body.calls.contains(Suspendability.IS_YIELDABLE));
    }

    /** The code of a method whose body has become a variant is that of the variant. */
    private Draft body() {
      Draft body = drafts.get(key.name() + WrittenCalls.ofVariant(key.descriptor()));
      return body == null ? this : body;
    }

    /** What a method reference named before it was given this body; null if it was not. */
    private MethodKey adapted() {
      Set<MethodKey> called = body().calls;
      return WrittenCalls.isAdapter(key.name()) && !called.isEmpty()
          ? called.iterator().next()
          : null;
    }

    @Override
    public AnnotationVisitor visitAnnotation(String descriptor, boolean visible) {
      marked |= descriptor.equals(SUSPENDABLE);
      return null;
    }

    @Override
    public void visitTryCatchBlock(Label start, Label end, Label handler, String type) {
      catchesRefusal |= CertainSuspension.REFUSAL.equals(type);
    }

    @Override
    public void visitMethodInsn(
        int opcode, String owner, String method, String descriptor, boolean isInterface) {
      calls.add(WrittenCalls.asWritten(new MethodKey(owner, method, descriptor)));
    }

    @Override
    public void visitInvokeDynamicInsn(
        String method, String descriptor, Handle bootstrap, Object... arguments) {
      if (bootstrap.getOwner().equals(LAMBDA_FACTORY)
          && arguments.length > 2
          && arguments[1] instanceof Handle body) {
        String type = Type.getReturnType(descriptor).getInternalName();
        MethodKey target = new MethodKey(body.getOwner(), body.getName(), body.getDesc());
        MethodKey implemented = new MethodKey(type, method, arguments[0].toString());
        references.add(new MethodReference(written, target, implemented));
      }
    }
  }

  private Uses uses(List<MethodReference> functions) {
    Uses uses = new Uses(name);
    for (Draft draft : drafts.values()) {
      for (MethodKey call : draft.calls) {
        uses.addCall(draft.written, call);
      }
    }
    for (MethodReference function : functions) {
      uses.addFunction(function);
    }
    return uses;
  }

  /** With those that were given a body: to that, and to what they named before. */
  private List<MethodReference> allReferences() {
    List<MethodReference> all = new ArrayList<>(references);
    for (MethodReference reference : references) {
      Draft body = drafts.get(reference.body().signature());
      boolean isOwn = body != null && reference.body().owner().equals(name);
      MethodKey target = isOwn ? body.adapted() : null;
      if (target != null) {
        all.add(reference.to(target));
      }
    }
    return List.copyOf(all);
  }
}
