package dev.respool.abi;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Reads continuations that are saved together. Each is held: nobody can resume, close or fork it
 * before this is closed. So what they refer to can be written meanwhile, and belongs to one moment.
 *
 * <p>The iterators of for-each loops over collections are replaced by ones over what is left, in
 * the live frames too.
 */
public final class ContinuationReader implements AutoCloseable {
  /** Most snapshots have few coroutines and loops, and larger tables cost time to allocate. */
  static final int FEW = 4;

  /** Null for one that could not be held: what it is later does not belong to the same moment. */
  private final Map<Continuation, Held> held = new IdentityHashMap<>(FEW);

  private final LoopIterators iterators = new LoopIterators();
  private final Set<Object> saved = Collections.newSetFromMap(new IdentityHashMap<>(FEW));

  /** As it was when it was held; an iterator hands out its element in any state. */
  private record Held(int state, ContinuationHead head, Object element, long bits) {
    static Held of(Continuation continuation, int state) {
      ContinuationHead head = continuation.head();
      return continuation instanceof Producer producer
          ? new Held(state, head, producer.element, producer.bits)
          : new Held(state, head, null, 0);
    }

    ContinuationImage image(List<SavedFrame> frames) {
      return new ContinuationImage(status(), head, element, bits, frames);
    }

    private ContinuationImage.Status status() {
      return switch (state) {
        case Continuation.NEW -> ContinuationImage.Status.NEW;
        case Continuation.SUSPENDED -> ContinuationImage.Status.SUSPENDED;
        default -> ContinuationImage.Status.DEAD;
      };
    }
  }

  /** For one snapshot. */
  public ContinuationReader() {}

  /**
   * Keeps a continuation as it is. A dead one stays so.
   *
   * @param continuation any
   * @return false if it runs, or waits for one that does, or for its host, or is held by another
   *     reader
   */
  public boolean hold(Continuation continuation) {
    if (!held.containsKey(continuation)) {
      held.put(continuation, tryToHold(continuation));
    }
    return held.get(continuation) != null;
  }

  private static Held tryToHold(Continuation continuation) {
    int found =
        Continuation.isDead(continuation) ? Continuation.DEAD : Continuation.hold(continuation);
    return found == Continuation.HELD ? null : Held.of(continuation, found);
  }

  /**
   * Reads a continuation that is held.
   *
   * @param continuation what to read
   * @return its image; head is null if it is of a sort that cannot be saved
   */
  public ContinuationImage read(Continuation continuation) {
    iterators.replace(continuation);
    List<Frame> holders = Reacquisition.holders(continuation);
    List<SavedFrame> frames = new ArrayList<>();
    for (Frame frame = continuation.innermost; frame != null; frame = frame.caller) {
      if (frame.isActivation()) {
        frames.add(saved(frame, holders.contains(frame)));
      }
    }
    return held.get(continuation).image(frames);
  }

  private SavedFrame saved(Frame frame, boolean released) {
    SuspendableCode code = frame.method().code();
    List<Cell> cells = code.cells(frame.point);
    Object[] values = new Object[cells.size()];
    for (int i = 0; i < values.length; i++) {
      Cell cell = cells.get(i);
      Object value = cell.read(frame);
      values[i] = cell.isReference() ? saved(value) : value;
    }
    String refusal = released ? SuspendableCode.MONITORS : code.refusal(frame.point);
    return new SavedFrame(code, frame.point, Arrays.asList(values), refusal);
  }

  /** A loop gets what is left of its iterator; two that have the same one would both get it. */
  private Object saved(Object value) {
    Drained drained = value instanceof Iterator<?> iterator ? iterators.of(iterator) : null;
    if (drained == null) {
      return value;
    }
    if (drained.refusal() != null) {
      return new SavedFrame.Unknown(drained.old(), drained.refusal(), drained.remedy());
    }
    return saved.add(drained)
        ? new SavedFrame.Rest(drained.elements())
        : new SavedFrame.Unknown(
            drained.old(),
            "two frames go through the same iterator",
            "let each loop get an iterator of its own");
  }

  /** Lets all of them go. */
  @Override
  public void close() {
    held.forEach(
        (continuation, as) -> {
          if (as != null && as.state() != Continuation.DEAD) {
            Continuation.letGo(continuation, as.state());
          }
        });
    held.clear();
  }
}
