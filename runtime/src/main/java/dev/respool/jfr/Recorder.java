package dev.respool.jfr;

import dev.respool.Coroutine;
import dev.respool.abi.Continuation;
import dev.respool.abi.Observer;
import dev.respool.abi.Position;
import dev.respool.abi.Producer;

/**
 * Makes the events that are enabled of what it is told. Being a record, its components are
 * constants to HotSpot where the recorder is one: what tells of an event that is not enabled is
 * compiled to nothing.
 *
 * @param create whether {@link CoroutineCreate} is enabled
 * @param suspend whether {@link CoroutineSuspend} is
 * @param end whether {@link CoroutineEnd} is
 * @param slice whether {@link SlowSlice} is
 * @param refusal whether {@link SuspensionRefused} is
 * @param turn whether {@link LoopTurn} is
 * @param waits for {@link CoroutineResume}; null if that is not enabled
 */
record Recorder(
    boolean create,
    boolean suspend,
    boolean end,
    boolean slice,
    boolean refusal,
    boolean turn,
    Waits waits)
    implements Observer {
  static final Recorder OF_NOTHING = new Recorder(false, false, false, false, false, false, null);

  @Override
  public void created(Continuation continuation, Object body) {
    if (create) {
      CoroutineCreate event = new CoroutineCreate();
      if (event.shouldCommit()) {
        event.setCoroutine(continuation);
        event.body = body == null ? null : body.getClass();
        event.commit();
      }
    }
    if (waits != null) {
      waits.begin(continuation);
    }
  }

  @Override
  public Object runs(Continuation continuation) {
    if (waits != null) {
      resumed(continuation);
    }
    if (!slice || isResumedByHand(continuation)) {
      return null;
    }
    SlowSlice event = new SlowSlice(Position.innermost(continuation));
    event.begin();
    return event;
  }

  private void resumed(Continuation continuation) {
    CoroutineResume event = waits.take(continuation);
    if (event != null) {
      event.end();
      if (event.shouldCommit()) {
        event.setCoroutine(continuation);
        event.setPosition(Position.innermost(continuation));
        event.commit();
      }
    }
  }

  private static boolean isResumedByHand(Continuation continuation) {
    return continuation instanceof Producer || continuation instanceof Coroutine<?, ?>;
  }

  @Override
  public void suspended(Object begun, Continuation continuation, Object out) {
    endSlice(begun, continuation);
    if (suspend) {
      CoroutineSuspend event = new CoroutineSuspend();
      if (event.shouldCommit()) {
        event.setCoroutine(continuation);
        event.setPosition(Position.innermost(continuation));
        event.depth = Position.depth(continuation);
        event.setReason(out);
        event.commit();
      }
    }
    if (waits != null) {
      waits.begin(continuation);
    }
  }

  private static void endSlice(Object begun, Continuation continuation) {
    if (begun instanceof SlowSlice event) {
      event.end();
      if (event.shouldCommit()) {
        event.setCoroutine(continuation);
        event.setPosition(Position.innermost(continuation));
        event.setResumed();
        event.commit();
      }
    }
  }

  @Override
  public void ended(Object begun, Continuation continuation, End how, Throwable thrown) {
    endSlice(begun, continuation);
    if (end) {
      CoroutineEnd event = new CoroutineEnd();
      if (event.shouldCommit()) {
        event.setCoroutine(continuation);
        event.outcome = CoroutineEnd.outcome(how);
        event.failure = thrown == null ? null : thrown.getClass();
        event.commit();
      }
    }
    if (waits != null && how == End.NEVER_STARTED) {
      waits.take(continuation);
    }
  }

  @Override
  public void refused(Continuation continuation, String frame, String reason, String remedy) {
    if (refusal) {
      SuspensionRefused event = new SuspensionRefused();
      if (event.shouldCommit()) {
        if (continuation != null) {
          event.setCoroutine(continuation);
        }
        event.frame = frame;
        event.reason = reason;
        event.remedy = remedy;
        event.commit();
      }
    }
  }

  @Override
  public Object turns() {
    if (!turn) {
      return null;
    }
    LoopTurn event = new LoopTurn();
    event.begin();
    return event;
  }

  @Override
  public void turned(Object begun, int steps, int runnable) {
    if (begun instanceof LoopTurn event) {
      event.end();
      if (event.shouldCommit()) {
        event.tasksRun = steps;
        event.queueLength = runnable;
        event.commit();
      }
    }
  }
}
