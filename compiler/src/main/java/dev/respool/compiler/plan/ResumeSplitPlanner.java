package dev.respool.compiler.plan;

import dev.respool.compiler.analysis.ControlFlow;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.InsnList;
import org.objectweb.asm.tree.LabelNode;
import org.objectweb.asm.tree.MethodNode;

/**
 * Finds the place at which a long resume method is cut in two. Of an interpreter, one loop around a
 * switch, the resume method keeps the ends of the cases, and the tail is the whole loop.
 */
final class ResumeSplitPlanner {
  /** Bounds the time: each place that is tried takes a walk through the method. */
  private static final int MOST_STEPS = 10_000_000;

  /** The longer part is at most so much of the whole. */
  private static final double WORTHWHILE = 0.85;

  /** JVMS 4.3.3, less the carrier and the frame. */
  private static final int MOST_SLOTS = 253;

  /** About. */
  private static final int INSTRUCTION_BYTES = 2;

  /** What the call of a suspension point takes besides, in each part that has it, about. */
  private static final int CALL_BYTES = 28;

  /** What it takes to restore a point, about. */
  private static final int RESTORE_BYTES = 32;

  private final InsnList code;
  private final ControlFlow flow;
  private final List<SuspensionPoint> points;
  private final Map<Integer, StackMap> frames;
  private final IntFunction<StackMap> typesBefore;

  /**
   * @param points of the method
   * @param frames the stack map frames of the resume method, with what lives there
   * @param typesBefore what lives before a reached instruction
   */
  ResumeSplitPlanner(
      MethodNode method,
      ControlFlow flow,
      List<SuspensionPoint> points,
      Map<Integer, StackMap> frames,
      IntFunction<StackMap> typesBefore) {
    this.code = method.instructions;
    this.flow = flow;
    this.points = points;
    this.frames = frames;
    this.typesBefore = typesBefore;
  }

  /**
   * Chooses the place that leaves the longer part the shortest.
   *
   * @param starts where the code of the resume method is entered
   * @param resumeCode all of it
   * @return empty if no place makes it much shorter
   */
  Optional<ResumeSplit> plan(Collection<Integer> starts, BitSet resumeCode) {
    int whole = bytes(resumeCode) + RESTORE_BYTES * points.size();
    return places(resumeCode).stream()
        .map(place -> split(place, starts))
        .min(Comparator.comparingInt(this::longer).thenComparing(split -> bytes(split.head())))
        .filter(split -> longer(split) < whole * WORTHWHILE);
  }

  /** Where an instruction begins with nothing on the stack, in the order of the code. */
  private List<Place> places(BitSet resumeCode) {
    List<Place> places = new ArrayList<>();
    for (int i = resumeCode.nextSetBit(0); i >= 0; i = resumeCode.nextSetBit(i + 1)) {
      if (code.get(i).getOpcode() >= 0) {
        place(i).ifPresent(places::add);
      }
    }
    int tried = Math.max(1, MOST_STEPS / code.size());
    int every = 1 + places.size() / tried;
    return IntStream.range(0, places.size())
        .filter(i -> i % every == 0)
        .mapToObj(places::get)
        .toList();
  }

  private record Place(int cut, boolean framed, StackMap types) {}

  /** In front of an instruction: at the label to which the code jumps, if it jumps there. */
  private Optional<Place> place(int instruction) {
    int first = instruction;
    int label = -1;
    StackMap declared = null;
    while (first > 0 && code.get(first - 1).getOpcode() < 0) {
      first--;
      declared = frames.getOrDefault(first, declared);
      label = code.get(first) instanceof LabelNode && label < 0 ? first : label;
    }
    StackMap types = declared == null ? typesBefore.apply(instruction) : declared;
    return Optional.of(new Place(label < 0 ? first : label, declared != null, types))
        .filter(place -> canBeHandedOver(place.types()));
  }

  private ResumeSplit split(Place place, Collection<Integer> starts) {
    return new ResumeSplit(
        place.cut(),
        place.framed(),
        place.types(),
        flow.reachableBefore(starts, place.cut()),
        flow.reachableFrom(List.of(place.cut())));
  }

  private int longer(ResumeSplit split) {
    return Math.max(bytes(split.head()) + RESTORE_BYTES * points.size(), bytes(split.tail()));
  }

  private int bytes(BitSet kept) {
    long calls = points.stream().filter(point -> kept.get(point.index())).count();
    long instructions = kept.stream().filter(i -> code.get(i).getOpcode() >= 0).count();
    return (int) (CALL_BYTES * calls + INSTRUCTION_BYTES * instructions);
  }

  private static boolean canBeHandedOver(StackMap types) {
    return types.stack().isEmpty()
        && types.locals().size() <= MOST_SLOTS
        && types.locals().stream().noneMatch(ResumeSplitPlanner::isUninitialized);
  }

  private static boolean isUninitialized(Object type) {
    return type instanceof StackMap.Uninitialized || type == Opcodes.UNINITIALIZED_THIS;
  }
}
