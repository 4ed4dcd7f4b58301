package dev.respool.compiler.plan;

import dev.respool.compiler.suspendable.MethodKey;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * All that the emitter needs to know to transform a method.
 *
 * @param method the method
 * @param layout of its frames
 * @param points its suspension points by number
 * @param core the locals, perhaps none, that are restored by the same code for all points that save
 *     them all
 * @param unchanged the locals that the resume method never assigns, where their cells have what
 *     they hold
 * @param relocations the {@code new}s to move
 * @param entry how it may be entered
 * @param namesakes the calls, by index, that must not be taken for suspension points, and the types
 *     of their receivers
 * @param description for people, as the runtime's {@code Description} reads it
 * @param fastFrames the stack map frames of the fast path, by the index of the original one
 * @param resumeFrames those of the resume method
 * @param resumeCode the instructions that can run after a resumption; the resume method, with its
 *     tail if it is cut in two, has no others
 * @param split where the resume method is cut in two, if it would be too long
 * @param monitors those that it gives up while it is suspended
 * @param finals what becomes of final fields that a constructor assigns
 * @param variant whether the body moves into a variant
 * @param debuggable whether debuggers are to see the source only, at the price of speed: each
 *     suspension point has its own code, with its line, and its callers stand on the stack when it
 *     is resumed
 */
public record MethodPlan(
    MethodKey method,
    FrameLayout layout,
    List<SuspensionPoint> points,
    List<SavedValue> core,
    List<SavedValue> unchanged,
    List<Relocation> relocations,
    Entry entry,
    Map<Integer, String> namesakes,
    String description,
    Map<Integer, StackMap> fastFrames,
    Map<Integer, StackMap> resumeFrames,
    BitSet resumeCode,
    Optional<ResumeSplit> split,
    ReleasedMonitors monitors,
    FinalFields finals,
    BodyVariant variant,
    boolean debuggable)
    implements Decision {

  /**
   * The instructions that the resume method keeps.
   *
   * @return indices
   */
  public BitSet resumedCode() {
    return split.map(ResumeSplit::head).orElse(resumeCode);
  }

  /**
   * Whether it tells its callees of their calls, unless it is dormant.
   *
   * @return false if it calls nothing but variants and constructors
   */
  public boolean tells() {
    return points.stream().anyMatch(SuspensionPoint::tells);
  }

  /**
   * Whether the body moves into a variant.
   *
   * @return false if it stays where it is
   */
  public boolean hasVariant() {
    return variant != BodyVariant.NONE;
  }

  /**
   * Whether its frame is resumed before those that it has called.
   *
   * @param point where it is suspended
   * @return true if it gives up monitors there, or debuggers are to see it on the stack
   */
  public boolean isHeldAt(SuspensionPoint point) {
    return debuggable || monitors.areHeldAt(point);
  }

  /** The same plan with points that may call variants, and perhaps a variant itself. */
  MethodPlan with(List<SuspensionPoint> newPoints, BodyVariant newVariant) {
    return with(newPoints, newVariant, debuggable);
  }

  /**
   * The same plan for debuggers.
   *
   * @return it, without a variant: the method that calls one has no lines
   */
  public MethodPlan asDebuggable() {
    return with(points, BodyVariant.NONE, true);
  }

  private MethodPlan with(
      List<SuspensionPoint> newPoints, BodyVariant newVariant, boolean forDebuggers) {
    return new MethodPlan(
        method,
        layout,
        newPoints,
        core,
        unchanged,
        relocations,
        entry,
        namesakes,
        description,
        fastFrames,
        resumeFrames,
        resumeCode,
        split,
        monitors,
        finals,
        newVariant,
        forDebuggers);
  }

  @Override
  public String toString() {
    StringBuilder text = new StringBuilder();
    text.append("method ").append(method).append(method.descriptor()).append('\n');
    text.append("frame ").append(layout.refs()).append(" references, ");
    text.append(layout.prims()).append(" primitives");
    text.append(layout.gap() ? ", 1 in the gap\n" : "\n");
    text.append(
        switch (variant) {
          case NONE -> "";
          case ASKS_FIRST -> "the body is a variant\n";
          case ASKS_WHERE_IT_TELLS -> "the body is a variant, which asks where it tells\n";
        });
    text.append(debuggable ? "debuggable\n" : "");
    split.ifPresent(text::append);
    text.append(finals);
    text.append(monitors);
    text.append(core.isEmpty() ? "" : "core " + core + "\n");
    text.append(unchanged.isEmpty() ? "" : "unchanged " + unchanged + "\n");
    for (Relocation relocation : relocations) {
      text.append(relocation).append('\n');
    }
    text.append(points.stream().map(p -> p + "\n").collect(Collectors.joining()));
    return text.toString();
  }
}
