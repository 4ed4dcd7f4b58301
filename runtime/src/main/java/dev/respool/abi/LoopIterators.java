package dev.respool.abi;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;

/**
 * The iterators in the frames of continuations that are saved or forked together. One that only
 * for-each loops have is replaced by another one over what is left, see {@link HiddenIterator}.
 * Wherever it stood, the same one stands then.
 *
 * <p>Only loops have an iterator if each local that holds it has no name and the very type {@code
 * Iterator}. Where a class does not tell the names of its locals, nobody can know that.
 */
final class LoopIterators {
  private static final String ITERATOR = "Ljava/util/Iterator;";

  private final Map<Object, List<Slot>> slots = new IdentityHashMap<>(ContinuationReader.FEW);
  private final Map<Object, Drained> drained =
      new IdentityHashMap<>(ContinuationReader.FEW); // by old and by new one

  /** A live local or operand that holds an iterator. */
  private record Slot(Frame frame, Description.Local local) {
    boolean isOfProgram() {
      return local.isOperand() || !local.isHidden();
    }

    boolean isOfLoop() {
      return !isOfProgram() && local.descriptor().equals(ITERATOR);
    }

    boolean hasNames() {
      return LocalNames.areKnown(frame.method().describe());
    }

    void put(Object iterator) {
      Cells.write(frame, local.cell(), iterator);
    }
  }

  /** Replaces those of one more continuation, which nobody resumes meanwhile. */
  void replace(Continuation continuation) {
    List<Iterator<?>> met = new ArrayList<>();
    for (Frame frame = continuation.innermost; frame != null; frame = frame.caller) {
      if (frame.isActivation()) {
        Description.Point point = frame.method().describe().points().get(frame.point);
        look(frame, point.locals(), met);
        look(frame, point.operands(), met);
      }
    }
    met.forEach(this::replace);
  }

  private void look(Frame frame, List<Description.Local> values, List<Iterator<?>> met) {
    for (Description.Local value : values) {
      if (value.cell().charAt(0) == 'r'
          && Cells.read(frame, value.cell(), value.descriptor()) instanceof Iterator<?> iterator
          && !(iterator instanceof Producer)) {
        add(new Slot(frame, value), iterator, met);
      }
    }
  }

  private void add(Slot slot, Iterator<?> iterator, List<Iterator<?>> met) {
    Drained already = drained.get(iterator);
    if (already != null) {
      slot.put(already.live());
    } else {
      List<Slot> known = slots.computeIfAbsent(iterator, first -> new ArrayList<>());
      if (known.isEmpty()) {
        met.add(iterator);
      }
      known.add(slot);
    }
  }

  private void replace(Iterator<?> iterator) {
    List<Slot> holders = slots.get(iterator);
    if (holders.stream().allMatch(Slot::isOfLoop) && HiddenIterator.canBeDrained(iterator)) {
      boolean named = holders.stream().allMatch(Slot::hasNames);
      Drained by = named ? Drained.of(iterator) : Drained.nameless(iterator);
      holders.forEach(slot -> slot.put(by.live()));
      drained.put(iterator, by);
      drained.put(by.live(), by);
    }
  }

  /** Whether a local with a name has it, too. */
  boolean isOfProgram(Iterator<?> iterator) {
    return slots.getOrDefault(iterator, List.of()).stream().anyMatch(Slot::isOfProgram);
  }

  /** What became of the one that stands in a frame now; null if it is as it was. */
  Drained of(Object iterator) {
    return drained.get(iterator);
  }
}
