package dev.respool.compiler.plan;

import dev.respool.compiler.suspendable.MethodKey;
import dev.respool.compiler.suspendable.MethodReference;
import dev.respool.compiler.suspendable.Suspendability;
import dev.respool.compiler.suspendable.Undeclared;
import dev.respool.compiler.suspendable.WrittenCalls;
import java.util.ArrayList;
import java.util.List;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.MethodNode;

/** Finds the method references of a class that need a {@link ReferenceAdapter}. */
public final class ReferencePlanner {
  private final Suspendability suspendability;
  private final ClassNode owner;
  private final List<ReferenceAdapter> adapters = new ArrayList<>();

  /**
   * For one class.
   *
   * @param suspendability who can suspend
   * @param owner the class
   */
  public ReferencePlanner(Suspendability suspendability, ClassNode owner) {
    this.suspendability = suspendability;
    this.owner = owner;
  }

  /**
   * The adapters of all methods, in the order of the code. Serializable references get none, but
   * those of Scala: their class looks for the body by its name when it reads them back.
   *
   * @return to be made
   */
  public List<ReferenceAdapter> plan() {
    for (MethodNode method : owner.methods) {
      for (AbstractInsnNode insn : method.instructions) {
        LambdaSite.of(insn).filter(site -> needsAdapter(method, site)).ifPresent(this::add);
      }
    }
    return adapters;
  }

  private boolean needsAdapter(MethodNode method, LambdaSite site) {
    Handle body = site.body();
    MethodKey writtenIn = new MethodKey(owner.name, method.name, method.desc);
    return !isFoundByName(site)
        && !(isOwnLambda(body) && site.returnsWhatBodyReturns())
        && suspendability.maySuspend(
            new MethodReference(writtenIn, key(body), site.implemented()),
            body.getTag() == Opcodes.H_INVOKEINTERFACE);
  }

  /** Of Java's lambdas, and of those of a class of Scala that names as many as it can. */
  private boolean isFoundByName(LambdaSite site) {
    return site.isSerializable() && ScalaDeserializer.of(owner).isEmpty();
  }

  private static MethodKey key(Handle body) {
    return new MethodKey(body.getOwner(), body.getName(), body.getDesc());
  }

  private boolean isOwnLambda(Handle body) {
    return body.getOwner().equals(owner.name)
        && owner.methods.stream()
            .anyMatch(
                method ->
                    method.name.equals(body.getName())
                        && method.desc.equals(body.getDesc())
                        && Undeclared.is(key(body), method.access, true)
                        && (method.access & Opcodes.ACC_BRIDGE) == 0);
  }

  private void add(LambdaSite site) {
    Handle target = site.body();
    Type type = Type.getMethodType(target.getDesc());
    List<Type> parameters = new ArrayList<>(List.of(type.getArgumentTypes()));
    boolean isConstructor = target.getTag() == Opcodes.H_NEWINVOKESPECIAL;
    if (!isConstructor && target.getTag() != Opcodes.H_INVOKESTATIC) {
      parameters.add(0, parameter(site));
    }
    String descriptor = Type.getMethodDescriptor(site.result(), parameters.toArray(new Type[0]));
    String called = isConstructor ? "new" : target.getName();
    String name = WrittenCalls.ADAPTER + called + "$" + adapters.size();
    adapters.add(new ReferenceAdapter(site, target, receiver(target), name, descriptor));
  }

  /**
   * A captured receiver has the type with which it is captured, and the factory insists on just
   * that.
   */
  private Type parameter(LambdaSite site) {
    Type[] captured = Type.getArgumentTypes(site.insn().desc);
    if (captured.length > 0) {
      return captured[0];
    }
    return Type.getObjectType(receiver(site.body()));
  }

  /**
   * A protected method of a superclass in another package can be called on objects of the own class
   * only (JVMS 4.10.1.8).
   */
  private String receiver(Handle target) {
    boolean onOwn =
        target.getTag() == Opcodes.H_INVOKESPECIAL
            || suspendability.accessibility().isProtectedElsewhere(key(target), owner.name);
    return onOwn ? owner.name : target.getOwner();
  }
}
