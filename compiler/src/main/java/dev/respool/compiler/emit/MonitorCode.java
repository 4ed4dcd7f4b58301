package dev.respool.compiler.emit;

import dev.respool.compiler.plan.HeldMonitor;
import dev.respool.compiler.plan.MethodPlan;
import dev.respool.compiler.plan.ReleasedMonitors;
import dev.respool.compiler.plan.SavedValue;
import dev.respool.compiler.plan.StackMap;
import dev.respool.compiler.plan.SuspensionPoint;
import dev.respool.compiler.plan.ValueKind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import org.objectweb.asm.tree.LabelNode;
import org.objectweb.asm.tree.TryCatchBlockNode;

/**
 * Writes how the resume method gets back the monitors that a frame gave up, outermost first:
 *
 * <pre>
 *   approach: other locals = 0 or null; push frame.cell; goto enter;
 *   … enter: local = …; monitorenter; if (carrier.reacquiring != null) goto inside; …
 *   inside: switch (frame.point) { case 0: goto restore0; case 1: goto the next approach; … }
 * </pre>
 *
 * <p>HotSpot compiles a method only if it sees that each exit belongs to one {@code monitorenter},
 * so that a frame has to go through the one that the code itself goes through; there it must have
 * the types of the locals that live in that code.
 */
final class MonitorCode {
  private final Code code;
  private final MethodPlan plan;
  private final ReleasedMonitors released;
  private final ResumeMethod body;
  private final Map<Integer, LabelNode> enters = new TreeMap<>();
  private final Map<Integer, LabelNode> insides = new TreeMap<>();

  /** A way to a monitor: those that are held already, it, and where the frame has its object. */
  private record Approach(List<HeldMonitor> held, HeldMonitor next, SavedValue object) {}

  private final Map<Approach, LabelNode> approaches = new LinkedHashMap<>();
  private final Map<List<HeldMonitor>, LabelNode> handlers = new LinkedHashMap<>();
  private final List<TryCatchBlockNode> guards = new ArrayList<>();

  MonitorCode(Code code, MethodPlan plan, ResumeMethod body) {
    this.code = code;
    this.plan = plan;
    this.released = plan.monitors();
    this.body = body;
    for (int enter : released.enters().keySet()) {
      enters.put(enter, new LabelNode());
      insides.put(enter, new LabelNode());
    }
  }

  /**
   * Exits monitors, innermost first. Where a point gives them up this comes before anything that
   * might throw: HotSpot wants no way out of a method that leaves one behind.
   */
  static void exit(Code code, List<HeldMonitor> monitors, int shift) {
    for (int i = monitors.size() - 1; i >= 0; i--) {
      code.load(ValueKind.REF, monitors.get(i).local() + shift); // object
      code.exitMonitor(); // nothing
    }
  }

  /** object -> nothing; the {@code monitorenter} at an index of the copied code. */
  void enter(int index) {
    if (!enters.containsKey(index)) {
      code.enterMonitor();
      return;
    }
    enterLabelled(monitor(index)); // nothing
    guard(
        held(index),
        () -> {
          body.loadCarrier(); // carrier
          code.getField(RuntimeAbi.CARRIER, "reacquiring", RuntimeAbi.REACQUIRING); // it
          code.ifNotNull(insides.get(index)); // nothing
        });
  }

  /** Writes code that exits the given monitors when it throws. */
  void guard(List<HeldMonitor> held, Runnable writer) {
    if (held.isEmpty()) {
      writer.run();
      return;
    }
    LabelNode start = new LabelNode();
    LabelNode end = new LabelNode();
    code.add(start);
    writer.run();
    code.add(end);
    LabelNode handler = handlers.computeIfAbsent(held, monitors -> new LabelNode());
    guards.add(new TryCatchBlockNode(start, end, handler, null));
  }

  /** Writes what {@link #guard} needs; the try blocks go in front of all others. */
  List<TryCatchBlockNode> handlers() {
    handlers.forEach(
        (held, label) -> {
          code.add(label);
          body.frame(new StackMap(objects(held), List.of("java/lang/Throwable"))); // exception
          code.store(ValueKind.REF, Locals.VALUE); // nothing
          exit(code, held, Locals.OWN);
          code.load(ValueKind.REF, Locals.VALUE); // exception
          code.throwException();
        });
    return guards;
  }

  /** What is held behind the {@code monitorenter} at an index, that one included. */
  private List<HeldMonitor> held(int enter) {
    for (SuspensionPoint point : plan.points()) {
      int index = indexOf(enter, point.monitors());
      if (index >= 0) {
        return point.monitors().subList(0, index + 1);
      }
    }
    throw new IllegalStateException("nothing is held behind " + enter);
  }

  private void enterLabelled(HeldMonitor monitor) {
    code.add(enters.get(monitor.enter()));
    body.frame(released.enters().get(monitor.enter())); // object
    code.dup(); // object, object
    code.store(ValueKind.REF, monitor.local() + Locals.OWN); // object
    code.enterMonitor(); // nothing
  }

  private HeldMonitor monitor(int enter) {
    List<HeldMonitor> held = held(enter);
    return held.get(held.size() - 1);
  }

  /**
   * Where the frame goes first to get from the given number of its monitors to the code that
   * restores its point: there, or to the next monitor.
   */
  SortedMap<Integer, LabelNode> next(int held, SortedMap<Integer, LabelNode> starts) {
    SortedMap<Integer, LabelNode> next = new TreeMap<>(starts);
    for (SuspensionPoint point : plan.points()) {
      if (starts.containsKey(point.number()) && point.monitors().size() > held) {
        next.put(
            point.number(),
            approaches.computeIfAbsent(approach(point, held), a -> new LabelNode()));
      }
    }
    return next;
  }

  private static Approach approach(SuspensionPoint point, int held) {
    HeldMonitor next = point.monitors().get(held);
    return new Approach(point.monitors().subList(0, held), next, saved(point, next));
  }

  private static SavedValue saved(SuspensionPoint point, HeldMonitor monitor) {
    return point.locals().stream()
        .filter(local -> local.position() == monitor.local())
        .findFirst()
        .orElseThrow();
  }

  /** Writes all that is not part of the copied code. */
  void rest(SortedMap<Integer, LabelNode> starts) {
    released.enters().keySet().forEach(enter -> inside(enter, starts));
    approaches.forEach(this::approach);
  }

  private void inside(int enter, SortedMap<Integer, LabelNode> starts) {
    if (!plan.resumeCode().get(enter)) {
      enterLabelled(monitor(enter));
    }
    SortedMap<Integer, LabelNode> here = new TreeMap<>(starts);
    plan.points().stream()
        .filter(point -> indexOf(enter, point.monitors()) < 0)
        .forEach(point -> here.remove(point.number()));
    List<HeldMonitor> held = held(enter);
    code.add(insides.get(enter));
    body.frame(new StackMap(types(held), List.of()));
    guard(held, () -> body.goToPoint(next(held.size(), here)));
  }

  private static int indexOf(int enter, List<HeldMonitor> monitors) {
    for (int i = 0; i < monitors.size(); i++) {
      if (monitors.get(i).enter() == enter) {
        return i;
      }
    }
    return -1;
  }

  /**
   * The locals that have the objects of the given monitors, and nothing else: with the types that
   * they have where the last one is entered.
   */
  List<Object> types(List<HeldMonitor> monitors) {
    if (monitors.isEmpty()) {
      return List.of();
    }
    HeldMonitor last = monitors.get(monitors.size() - 1);
    List<Object> locals = released.enters().get(last.enter()).locals();
    return types(
        monitors,
        monitor ->
            monitor.equals(last) ? released.type(last.enter()) : locals.get(monitor.local()));
  }

  /** The same where the original may have forgotten what objects they are. */
  private static List<Object> objects(List<HeldMonitor> monitors) {
    return types(monitors, monitor -> "java/lang/Object");
  }

  private static List<Object> types(
      List<HeldMonitor> monitors, Function<HeldMonitor, Object> typeOf) {
    List<SavedValue> objects = new ArrayList<>();
    for (HeldMonitor monitor : monitors) {
      objects.add(new SavedValue(monitor.local(), typeOf.apply(monitor), null));
    }
    objects.sort(Comparator.comparingInt(SavedValue::position));
    return Groups.types(objects, List.of()).locals();
  }

  private String type(Approach approach) {
    return (String) released.type(approach.next().enter());
  }

  private void approach(Approach approach, LabelNode label) {
    code.add(label);
    body.frame(new StackMap(types(approach.held()), List.of()));
    guard(approach.held(), () -> goTo(approach));
  }

  private void goTo(Approach approach) {
    StackMap target = released.enters().get(approach.next().enter());
    for (int slot = 0; slot < target.locals().size(); slot++) {
      int local = slot;
      if (approach.held().stream().noneMatch(monitor -> monitor.local() == local)) {
        body.initialize(slot, target.locals().get(slot));
      }
    }
    new Restore(code, plan.layout()).push(approach.object(), type(approach)); // object
    code.goTo(enters.get(approach.next().enter()));
  }
}
