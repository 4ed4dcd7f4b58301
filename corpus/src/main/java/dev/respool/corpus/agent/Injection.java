package dev.respool.corpus.agent;

import dev.respool.compiler.analysis.ControlFlow;
import dev.respool.compiler.analysis.HeldMonitors;
import dev.respool.compiler.analysis.TypeStates;
import dev.respool.compiler.analysis.UninitializedThis;
import dev.respool.compiler.suspendable.MethodKey;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.function.IntUnaryOperator;
import java.util.function.Predicate;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.InsnList;
import org.objectweb.asm.tree.LdcInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;

/**
 * Puts {@code Sites.visit(site);} before each call of a class, except where nothing can suspend: in
 * static initialisers, before {@code super(...)}, and while a monitor is held.
 *
 * <p>What the bytes of a class become depends on the numbers of the sites only; nothing else of the
 * class is changed.
 */
final class Injection {
  private static final String SITES = "dev/respool/corpus/schedule/Sites";
  private static final int NO_PLACE = Opcodes.ACC_SYNCHRONIZED | Opcodes.ACC_NATIVE;

  private final ClassNode node = new ClassNode();
  private final ClassReader reader;
  private final List<MethodKey> changed = new ArrayList<>();
  private final IntUnaryOperator sites;
  private int count;

  /**
   * @param sites reserves as many numbers for sites as it is told, and gives the first
   */
  Injection(byte[] classFile, IntUnaryOperator sites) {
    this.reader = new ClassReader(classFile);
    this.sites = sites;
    reader.accept(node, ClassReader.EXPAND_FRAMES);
  }

  /**
   * Changes the methods that {@code wanted} accepts.
   *
   * @return this
   */
  Injection into(Predicate<MethodKey> wanted) {
    if ((node.version & 0xffff) < Opcodes.V1_6) {
      return this; // its frames could not be computed, and the compiler refuses its methods
    }
    for (MethodNode method : node.methods) {
      MethodKey key = new MethodKey(node.name, method.name, method.desc);
      if (canSuspend(method) && wanted.test(key) && inject(method) > 0) {
        changed.add(key);
      }
    }
    return this;
  }

  private static boolean canSuspend(MethodNode method) {
    return method.instructions.size() > 0
        && (method.access & NO_PLACE) == 0
        && !method.name.equals("<clinit>");
  }

  private int inject(MethodNode method) {
    List<MethodInsnNode> calls = calls(method);
    int next = sites.applyAsInt(calls.size());
    for (MethodInsnNode call : calls) {
      method.instructions.insertBefore(call, visit(next++));
    }
    count += calls.size();
    method.maxStack += calls.isEmpty() ? 0 : 1;
    return calls.size();
  }

  private List<MethodInsnNode> calls(MethodNode method) {
    IntPredicate allowed = allowed(method);
    List<MethodInsnNode> calls = new ArrayList<>();
    for (int i = 0; i < method.instructions.size(); i++) {
      AbstractInsnNode insn = method.instructions.get(i);
      if (insn instanceof MethodInsnNode call && allowed.test(i)) {
        calls.add(call);
      }
    }
    return calls;
  }

  private IntPredicate allowed(MethodNode method) {
    ControlFlow flow = new ControlFlow(method);
    HeldMonitors monitors = new HeldMonitors(method, flow);
    TypeStates types = new TypeStates(node.name, method);
    UninitializedThis early = new UninitializedThis(method, flow, types);
    return i -> types.isReached(i) && monitors.before(i).isEmpty() && !early.before(i);
  }

  private static InsnList visit(int site) {
    InsnList code = new InsnList();
    code.add(new LdcInsnNode(site));
    code.add(new MethodInsnNode(Opcodes.INVOKESTATIC, SITES, "visit", "(I)V", false));
    return code;
  }

  /** The methods that got a site. */
  List<MethodKey> changed() {
    return changed;
  }

  int count() {
    return count;
  }

  ClassNode node() {
    return node;
  }

  byte[] bytes() {
    ClassWriter writer = new ClassWriter(reader, 0);
    node.accept(writer);
    return writer.toByteArray();
  }
}
