package dev.respool.compiler.emit;

import dev.respool.compiler.plan.FrameLayout;
import dev.respool.compiler.plan.SavedValue;
import dev.respool.compiler.plan.SuspensionPoint;
import dev.respool.compiler.plan.ValueKind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.MethodNode;

/**
 * The methods of a class that put what is saved into a frame, so that the bodies stay small:
 *
 * <pre>
 *   private static Shape respool$spill$0(operands, int point, Shape frame, locals) {
 *     frame.point = point; frame.r0 = …; frame.r1 = null; … return frame;
 *   }
 * </pre>
 *
 * <p>Points that save values of the same kinds in the same cells share one, and the fast path and
 * the resume method do: a reference that the frame has already is not stored again.
 */
final class SpillMethods {
  private static final int ACCESS =
      Opcodes.ACC_PRIVATE | Opcodes.ACC_STATIC | Opcodes.ACC_SYNTHETIC;

  /** The parameters that are not saved: point and frame. */
  private static final int OTHERS = 2;

  /** JVMS 4.3.3. */
  private static final int MOST_SLOTS = 255;

  private static final String NAME = "respool$spill$";

  /** Operands and locals as parameters, and how many reference cells are in use then. */
  private record Saved(
      List<SavedValue> operands, List<SavedValue> locals, int refs, FrameLayout layout) {
    static Saved at(SuspensionPoint point, List<SavedValue> locals, FrameLayout layout) {
      int firstLocal = slots(point.stack()) + OTHERS;
      return new Saved(
          parameters(point.stack(), 0), parameters(locals, firstLocal), point.refs(), layout);
    }

    private static List<SavedValue> parameters(List<SavedValue> values, int first) {
      List<SavedValue> parameters = new ArrayList<>();
      int slot = first;
      for (SavedValue value : values) {
        parameters.add(new SavedValue(slot, value.kind().erasure(), value.cell()));
        slot += value.kind().size();
      }
      return parameters;
    }

    int point() {
      return slots(operands);
    }

    int frame() {
      return point() + 1;
    }

    int size() {
      return frame() + 1 + slots(locals);
    }

    String descriptor() {
      StringBuilder descriptor = new StringBuilder("(");
      for (SavedValue operand : operands) {
        descriptor.append(operand.kind().descriptor());
      }
      descriptor.append("IL").append(RuntimeAbi.frameClass(layout)).append(';');
      for (SavedValue local : locals) {
        descriptor.append(local.kind().descriptor());
      }
      descriptor.append(")L").append(RuntimeAbi.frameClass(layout)).append(';');
      return descriptor.toString();
    }

    /** By hand, as in {@code MethodKey}. */
    @Override
    public boolean equals(Object other) {
      return other instanceof Saved saved
          && refs == saved.refs
          && layout.equals(saved.layout)
          && operands.equals(saved.operands)
          && locals.equals(saved.locals);
    }

    @Override
    public int hashCode() {
      return (31 * operands.hashCode() + locals.hashCode()) * 31 + refs;
    }
  }

  private final ClassNode owner;
  private final Map<Saved, String> names = new HashMap<>();

  SpillMethods(ClassNode owner) {
    this.owner = owner;
  }

  /** Whether a method has enough parameters for what a point saves. */
  static boolean serve(SuspensionPoint point) {
    return stack(point) <= MOST_SLOTS;
  }

  /** The slots of the stack that a call needs. */
  static int stack(SuspensionPoint point) {
    return slots(point.stack()) + OTHERS + slots(withCells(point.locals()));
  }

  private static int slots(List<SavedValue> values) {
    int slots = 0;
    for (SavedValue value : values) {
      slots += value.kind().size();
    }
    return slots;
  }

  private static List<SavedValue> withCells(List<SavedValue> locals) {
    List<SavedValue> withCells = new ArrayList<>();
    for (SavedValue local : locals) {
      if (local.cell() != null) {
        withCells.add(local);
      }
    }
    return withCells;
  }

  /** operands, point, frame -> frame; puts the operands and the given locals into the frame. */
  void call(
      Code code, SuspensionPoint point, List<SavedValue> locals, FrameLayout layout, int shift) {
    List<SavedValue> put = withCells(locals);
    for (SavedValue local : put) {
      code.load(local.kind(), local.position() + shift); // operands, point, frame, locals
    }
    Saved saved = Saved.at(point, put, layout);
    String name = names.get(saved);
    if (name == null) {
      name = NAME + names.size();
      names.put(saved, name);
      owner.methods.add(method(name, saved));
    }
    code.invokeStatic(owner.name, name, saved.descriptor(), Emitter.isInterface(owner)); // frame
  }

  private static MethodNode method(String name, Saved saved) {
    Code code = new Code();
    code.load(ValueKind.REF, saved.frame()); // frame
    code.load(ValueKind.INT, saved.point()); // frame, point
    code.putField(RuntimeAbi.FRAME, "point", "I"); // nothing
    Spill spill = new Spill(code, saved.layout());
    spill.locals(saved.operands(), saved.frame(), 0);
    spill.locals(saved.locals(), saved.frame(), 0);
    spill.clear(saved.refs(), saved.frame());
    code.load(ValueKind.REF, saved.frame()); // frame
    code.returnValue(ValueKind.REF);
    MethodNode method = new MethodNode(ACCESS, name, saved.descriptor(), null, null);
    method.instructions = code.instructions();
    method.maxLocals = saved.size();
    method.maxStack = Emitter.EXTRA_STACK;
    return method;
  }
}
