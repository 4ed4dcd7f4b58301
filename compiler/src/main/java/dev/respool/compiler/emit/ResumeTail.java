package dev.respool.compiler.emit;

import dev.respool.compiler.plan.MethodPlan;
import dev.respool.compiler.plan.ResumeSplit;
import dev.respool.compiler.plan.StackMap;
import dev.respool.compiler.plan.SuspensionPoint;
import dev.respool.compiler.plan.ValueKind;
import java.util.List;
import java.util.Map;
import org.objectweb.asm.tree.LabelNode;
import org.objectweb.asm.tree.MethodNode;

/**
 * The second part of a resume method that would be too long for HotSpot:
 *
 * <pre>
 *   private static Object m(Carrier carrier, Shape frame, locals) {
 *     goto cut;
 *     … cut: … x = callee(…); if (carrier.suspending) goto spill0; …
 *     spill0: return respool$spill$0(0, frame, locals);
 *   }
 * </pre>
 *
 * <p>The resume method calls it at the cut, and returns what it returns. A later resumption enters
 * the resume method again.
 */
final class ResumeTail extends ResumedBody {
  private final ResumeSplit split;
  private final LabelNode cut = new LabelNode();

  ResumeTail(MethodNode method, MethodPlan plan, SpillMethods spillMethods) {
    super(method, plan, plan.split().orElseThrow().tail(), start(plan), spillMethods);
    this.split = plan.split().orElseThrow();
  }

  private static Map.Entry<Integer, StackMap> start(MethodPlan plan) {
    ResumeSplit split = plan.split().orElseThrow();
    return Map.entry(split.cut(), split.types());
  }

  /** Of its parameters: references are passed as objects, so that no class of theirs is needed. */
  static String descriptor(MethodPlan plan) {
    StringBuilder parameters = new StringBuilder();
    parameters.append("(L").append(RuntimeAbi.CARRIER).append(";L");
    parameters.append(RuntimeAbi.frameClass(plan.layout())).append(';');
    for (ResumeSplit.Local local : plan.split().orElseThrow().handedOver()) {
      parameters.append(local.kind().descriptor());
    }
    return parameters.append(")Ljava/lang/Object;").toString();
  }

  /** A new method; the original is only read. */
  MethodNode emit(String name) {
    MethodNode twin = new MethodNode(access(), name, descriptor(plan), null, null);
    takeOver();
    findEntry();
    code.goTo(cut);
    copy.copy();
    spills();
    complete(twin);
    return twin;
  }

  /** Each parameter moves up, the last one first, so that none is overwritten. */
  private void takeOver() {
    List<ResumeSplit.Local> locals = split.handedOver();
    int parameter = Locals.VALUE + locals.stream().mapToInt(local -> local.kind().size()).sum();
    for (int i = locals.size() - 1; i >= 0; i--) {
      ResumeSplit.Local local = locals.get(i);
      parameter -= local.kind().size();
      code.load(local.kind(), parameter); // value
      if (local.kind() == ValueKind.REF) {
        code.cast((String) local.type()); // value
      }
      code.store(local.kind(), local.slot() + Locals.OWN);
    }
    for (ResumeSplit.Local local : split.nulls()) {
      code.zero(ValueKind.REF); // null
      code.store(ValueKind.REF, local.slot() + Locals.OWN);
    }
  }

  @Override
  public void at(int index) {
    if (index == split.cut()) {
      code.add(cut);
      if (!split.framed()) {
        frame(split.types());
      }
    }
    super.at(index);
  }

  @Override
  public void after(SuspensionPoint point, boolean copied, boolean frameFollows) {
    checkSuspension(point);
  }

  @Override
  public void enterMonitor(int index) {
    code.enterMonitor();
  }
}
