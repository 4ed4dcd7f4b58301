package dev.respool.jfr;

import java.util.Objects;
import jdk.jfr.Event;
import jdk.jfr.EventType;
import jdk.jfr.FlightRecorder;

/** The events as the Flight Recorder knows them. Its initialisation makes them known. */
final class EventTypes {
  private static final EventType CREATE = register(CoroutineCreate.class);
  private static final EventType SUSPEND = register(CoroutineSuspend.class);
  private static final EventType RESUME = register(CoroutineResume.class);
  private static final EventType END = register(CoroutineEnd.class);
  private static final EventType SLICE = register(SlowSlice.class);
  private static final EventType REFUSAL = register(SuspensionRefused.class);
  private static final EventType TURN = register(LoopTurn.class);

  private EventTypes() {}

  private static EventType register(Class<? extends Event> type) {
    FlightRecorder.register(type);
    return EventType.getEventType(type);
  }

  /**
   * A recorder for the events that some recording has enabled now.
   *
   * @param before the present one, or null: if it will do, it is returned
   * @return null if none is enabled
   */
  static Recorder recorder(Recorder before) {
    Waits waits = before == null || before.waits() == null ? new Waits() : before.waits();
    Recorder now =
        new Recorder(
            CREATE.isEnabled(),
            SUSPEND.isEnabled(),
            END.isEnabled(),
            SLICE.isEnabled(),
            REFUSAL.isEnabled(),
            TURN.isEnabled(),
            RESUME.isEnabled() ? waits : null);
    if (now.equals(Recorder.OF_NOTHING)) {
      return null;
    }
    return Objects.equals(now, before) ? before : now;
  }
}
