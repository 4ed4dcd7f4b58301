package dev.respool.abi;

import java.lang.System.Logger.Level;
import java.lang.ref.Cleaner;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.WeakHashMap;

/**
 * Warns of continuations that the garbage collector has found while they were suspended where a
 * {@code finally} block, or the like, would have run if they had been closed.
 *
 * <p>Only for programs that ask for it, by a system property. A continuation cannot be asked any
 * more when it is gone, and what is in its frames may refer to it. So each suspension notes the
 * methods and suspension points, which takes a walk over the frames and some allocation.
 */
final class Dropped implements Runnable {
  /** A constant to HotSpot, so that programs that do not ask pay nothing. */
  static final boolean REPORTED = Boolean.getBoolean("dev.respool.dropped");

  private static final boolean WITH_CREATION = Boolean.getBoolean("dev.respool.dropped.created");

  /** What is made only in programs that ask. */
  private static final class Registry {
    static final Cleaner CLEANER = Cleaner.create();
    static final Map<Continuation, Dropped> NOTES =
        Collections.synchronizedMap(new WeakHashMap<>());
  }

  private final Throwable creation; // null if nobody has asked for it
  private volatile List<Position> positions = List.of(); // innermost first; empty if it is dead
  private volatile String name; // null until it is first suspended

  private Dropped(Throwable creation) {
    this.creation = creation;
  }

  /** A continuation has been made. */
  static void created(Continuation continuation) {
    Dropped note = new Dropped(WITH_CREATION ? creation() : null);
    Registry.NOTES.put(continuation, note);
    Registry.CLEANER.register(continuation, note);
  }

  /** It is about to be suspended with its present frames, or is dead if it has none. */
  static void suspended(Continuation continuation) {
    Dropped note = Registry.NOTES.get(continuation);
    List<Position> found = new ArrayList<>();
    addPositions(continuation.innermost, found);
    if (note.name == null) {
      note.name =
          continuation instanceof Producer ? "the run of a generator" : continuation.toString();
    }
    note.positions = found;
  }

  private static void addPositions(Frame innermost, List<Position> found) {
    for (Frame frame = innermost; frame != null; frame = frame.caller) {
      if (frame instanceof Relay relay) {
        addPositions(relay.inner().innermost, found);
      } else if (frame.isActivation()) {
        found.add(Position.of(frame));
      }
    }
  }

  private static Throwable creation() {
    Throwable here = new Throwable("it was created here");
    here.setStackTrace(CreationSite.stack());
    return here;
  }

  /** The continuation is gone. */
  @Override
  public void run() {
    if (positions.stream().anyMatch(Position::isGuarded)) {
      Throwable suspension = new Throwable("it was suspended here", creation);
      suspension.setStackTrace(
          positions.stream()
              .filter(position -> !position.method().describe().isAdapter())
              .map(Position::element)
              .toArray(StackTraceElement[]::new));
      System.getLogger("dev.respool")
          .log(
              Level.WARNING,
              name
                  + " was dropped while it was suspended, so its finally blocks have not run: close"
                  + " it, or resume it to its end",
              suspension);
    }
  }
}
