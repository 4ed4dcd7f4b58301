package dev.respool.compiler.emit;

import dev.respool.compiler.plan.MethodPlan;
import dev.respool.compiler.plan.SavedValue;
import dev.respool.compiler.plan.ValueKind;
import java.util.ArrayList;
import java.util.List;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.LabelNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.TryCatchBlockNode;

/**
 * Holds the receiver's monitor while the resume method of a synchronized method runs, which is
 * static:
 *
 * <pre>
 *   private static Object m$1(Carrier carrier, Shape frame, Object value) {
 *     synchronized (frame.r0) { return m(carrier, frame, value); }
 *   }
 * </pre>
 */
final class LockedResumeMethod {
  private static final int ACCESS =
      Opcodes.ACC_PRIVATE | Opcodes.ACC_STATIC | Opcodes.ACC_SYNTHETIC;

  /** Behind the parameters. */
  private static final int RECEIVER = Locals.OWN;

  private static final String OBJECT = "java/lang/Object";

  private final ClassNode owner;
  private final MethodPlan plan;
  private final Code code = new Code();

  LockedResumeMethod(ClassNode owner, MethodPlan plan) {
    this.owner = owner;
    this.plan = plan;
  }

  MethodNode emit(String name, MethodNode resume) {
    MethodNode locked = new MethodNode(ACCESS, name, resume.desc, null, null);
    LabelNode start = new LabelNode();
    LabelNode returned = new LabelNode();
    LabelNode thrown = new LabelNode();
    LabelNode end = new LabelNode();
    loadReceiver(); // receiver
    code.dup(); // receiver, receiver
    code.store(ValueKind.REF, RECEIVER); // receiver
    code.enterMonitor(); // nothing
    code.add(start);
    code.load(ValueKind.REF, Locals.CARRIER); // carrier
    code.load(ValueKind.REF, Locals.FRAME); // carrier, frame
    code.load(ValueKind.REF, Locals.VALUE); // carrier, frame, value
    code.invokeStatic(owner.name, resume.name, resume.desc, Emitter.isInterface(owner)); // result
    exit(); // result
    code.add(returned);
    code.returnValue(ValueKind.REF);
    code.add(thrown);
    code.frame(types(), List.of("java/lang/Throwable")); // exception
    exit(); // exception
    code.add(end);
    code.throwException();
    locked.tryCatchBlocks =
        new ArrayList<>(
            List.of(
                new TryCatchBlockNode(start, returned, thrown, null),
                new TryCatchBlockNode(thrown, end, thrown, null)));
    locked.instructions = code.instructions();
    locked.maxLocals = RECEIVER + 1;
    locked.maxStack = Emitter.EXTRA_STACK;
    return locked;
  }

  /** All points save it, as their first local. */
  private void loadReceiver() {
    SavedValue receiver = plan.points().get(0).locals().get(0);
    new Restore(code, plan.layout()).push(receiver, OBJECT); // receiver
  }

  private void exit() {
    code.load(ValueKind.REF, RECEIVER); // receiver
    code.exitMonitor(); // nothing
  }

  private List<Object> types() {
    String frame = RuntimeAbi.frameClass(plan.layout());
    return List.of(RuntimeAbi.CARRIER, frame, OBJECT, OBJECT);
  }
}
