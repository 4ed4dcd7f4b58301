package dev.respool.compiler.plan;

import dev.respool.compiler.fixture.AssembledClass;
import dev.respool.compiler.fixture.Assembly;
import dev.respool.compiler.fixture.ClassWorld;
import java.util.Optional;
import java.util.Set;
import org.objectweb.asm.tree.ClassNode;

/** Plans a method in the marked class {@code com/acme/Pump}. */
final class Planned {
  /** A call without arguments that suspends and leaves an object. */
  static final String YIELD = "invokestatic dev/respool/Coroutine.yield()Ljava/lang/Object;";

  private Planned() {}

  /** The class that the method is put into. */
  static ClassNode owner(Assembly method) {
    return AssembledClass.suspendable(AssembledClass.of("com/acme/Pump", method));
  }

  static Decision decide(Assembly method) {
    return decide(owner(method), method);
  }

  static Decision decide(ClassNode owner, Assembly method) {
    ClassWorld world = ClassWorld.with(owner);
    return new MethodPlanner(
            world.suspendability(), owner, Optional.empty(), Monitors.REFUSE, Set.of())
        .plan(method.method());
  }

  static MethodPlan plan(Assembly method) {
    Decision decision = decide(method);
    if (decision instanceof MethodPlan plan) {
      return plan;
    }
    throw new AssertionError("not planned: " + decision);
  }
}
