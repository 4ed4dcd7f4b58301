package dev.respool.compiler.plan;

import dev.respool.compiler.analysis.ControlFlow;
import dev.respool.compiler.analysis.Dominators;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntFunction;
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
  private final int[] bytes;
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
    this.bytes = bytes(code, points);
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
    int all = bytes(resumeCode);
    double limit = (all + restoreBytes()) * WORTHWHILE;
    int[] spared = new Dominators(flow, code.size(), starts).dominated(bytes);
    Candidate best = null;
    for (Place place : places(resumeCode)) {
      double most = best == null ? limit : Math.min(limit, best.longer() + 1);
      Candidate next = candidate(place, all - spared[place.cut()], most);
      if (next != null && (best == null || next.isBetterThan(best))) {
        best = next;
      }
    }
    return best == null ? Optional.empty() : Optional.of(split(best, starts));
  }

  private record Candidate(Place place, BitSet tail, int longer, int head) {
    boolean isBetterThan(Candidate other) {
      return longer < other.longer || longer == other.longer && head < other.head;
    }
  }

  /** Null if a part is not below {@code most}; the head, whose size is known, is asked first. */
  private Candidate candidate(Place place, int headBytes, double most) {
    if (headBytes + restoreBytes() >= most) {
      return null;
    }
    BitSet tail = flow.reachableFrom(List.of(place.cut()));
    int longer = Math.max(headBytes + restoreBytes(), bytes(tail));
    return longer < most ? new Candidate(place, tail, longer, headBytes) : null;
  }

  private ResumeSplit split(Candidate chosen, Collection<Integer> starts) {
    Place place = chosen.place();
    BitSet head = flow.reachableBefore(starts, place.cut());
    return new ResumeSplit(place.cut(), place.framed(), place.types(), head, chosen.tail());
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
    List<Place> chosen = new ArrayList<>();
    for (int i = 0; i < places.size(); i += every) {
      chosen.add(places.get(i));
    }
    return chosen;
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

  private int restoreBytes() {
    return RESTORE_BYTES * points.size();
  }

  private int bytes(BitSet kept) {
    int sum = 0;
    for (int i = kept.nextSetBit(0); i >= 0; i = kept.nextSetBit(i + 1)) {
      sum += bytes[i];
    }
    return sum;
  }

  /** What each instruction takes, about. */
  private static int[] bytes(InsnList code, List<SuspensionPoint> points) {
    int[] bytes = new int[code.size()];
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = code.get(i).getOpcode() >= 0 ? INSTRUCTION_BYTES : 0;
    }
    for (SuspensionPoint point : points) {
      bytes[point.index()] += CALL_BYTES;
    }
    return bytes;
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
