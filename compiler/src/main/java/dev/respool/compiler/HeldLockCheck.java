package dev.respool.compiler;

import dev.respool.compiler.analysis.ControlFlow;
import dev.respool.compiler.analysis.HeldLocks;
import dev.respool.compiler.plan.MethodPlan;
import dev.respool.compiler.plan.SourceLines;
import dev.respool.compiler.plan.SuspensionPoint;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.MethodNode;

/**
 * Finds the suspension points at which a lock of {@code java.util.concurrent} is held: unlike a
 * monitor it stays locked, by a thread that goes on to do other things.
 */
final class HeldLockCheck {
  private final ClassNode owner;

  HeldLockCheck(ClassNode owner) {
    this.owner = owner;
  }

  /** One for each method, about its first such point. */
  List<Problem> warnings(Map<MethodNode, MethodPlan> plans) {
    return plans.entrySet().stream()
        .filter(entry -> HeldLocks.mayBeIn(entry.getKey()))
        .flatMap(entry -> warnings(entry.getKey(), entry.getValue()))
        .toList();
  }

  private Stream<Problem> warnings(MethodNode method, MethodPlan plan) {
    HeldLocks locks = new HeldLocks(method, new ControlFlow(method));
    return plan.points().stream()
        .filter(point -> locks.before(point.index()) > 0)
        .limit(1)
        .map(point -> warning(method, point));
  }

  private Problem warning(MethodNode method, SuspensionPoint point) {
    return new Problem(
        new SourceLines(owner, method).locationOf(method.instructions.get(point.index())),
        "calls "
            + point.callee()
            + ", which can suspend, while it holds a lock of java.util.concurrent: the lock belongs"
            + " to the thread, which goes on with other coroutines, and another thread that resumes"
            + " this one cannot unlock it",
        "use dev.respool.loop.Mutex, or unlock before the call",
        List.of());
  }
}
