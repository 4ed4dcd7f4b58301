package dev.respool.jfr;

import dev.respool.abi.Observation;
import jdk.jfr.FlightRecorder;
import jdk.jfr.FlightRecorderListener;
import jdk.jfr.Recording;
import jdk.jfr.RecordingState;

/**
 * Finds out which of the events are enabled, and has the runtime tell a {@link Recorder} while one
 * is.
 *
 * <p>It begins when the class is initialised. The Flight Recorder takes long to load, and most
 * programs never start it. If it has not been started already, another thread asks for being told,
 * and not before a short program has ended. The events are not initialised before a recording has
 * begun, because that would load the whole of it.
 *
 * <p>A listener hears of recordings that begin and end. Nobody tells of a recording whose settings
 * change, so a thread looks again and again while there is a recording.
 */
final class FlightRecording implements FlightRecorderListener {
  /** {@code true} to be told from the beginning, {@code false} to record nothing. */
  private static final String PROPERTY = "dev.respool.jfr";

  private static final long PAUSE_MILLIS = 200;

  private static final FlightRecording INSTANCE = new FlightRecording();

  static {
    String wish = System.getProperty(PROPERTY, "");
    if (wish.equals("true") || !wish.equals("false") && FlightRecorder.isInitialized()) {
      INSTANCE.listen();
    } else if (!wish.equals("false")) {
      start(INSTANCE::listenLater);
    }
  }

  private Recorder recorder; // null if nothing is enabled
  private Thread watcher; // null if there is no recording

  private FlightRecording() {}

  private static Thread start(Runnable action) {
    Thread thread = new Thread(null, action, "respool-jfr", 0, false);
    thread.setDaemon(true);
    thread.setContextClassLoader(null);
    thread.start();
    return thread;
  }

  private static void pause() {
    try {
      Thread.sleep(PAUSE_MILLIS);
    } catch (InterruptedException e) {
      // Nobody has a reason to interrupt this thread: it is early, that is all.
    }
  }

  private void listenLater() {
    pause();
    try {
      listen();
    } catch (RuntimeException | LinkageError e) {
      // There is no Flight Recorder in this JVM, so nothing can be recorded.
    }
  }

  private void listen() {
    FlightRecorder.addListener(this);
    look();
  }

  @Override
  public void recordingStateChanged(Recording recording) {
    look();
  }

  /** Replaces the recorder if other events are enabled now. */
  private synchronized void look() {
    boolean isRecording = isRecording();
    Recorder now = isRecording ? EventTypes.recorder(recorder) : null;
    if (now != recorder) {
      recorder = now;
      Observation.set(now);
    }
    if (isRecording && watcher == null) {
      watcher = start(this::watch);
    } else if (!isRecording && watcher == Thread.currentThread()) {
      watcher = null;
    }
  }

  private static boolean isRecording() {
    return FlightRecorder.isInitialized()
        && FlightRecorder.getFlightRecorder().getRecordings().stream()
            .anyMatch(recording -> recording.getState() == RecordingState.RUNNING);
  }

  private void watch() {
    do {
      pause();
      look();
    } while (isWatcher());
  }

  private synchronized boolean isWatcher() {
    return watcher == Thread.currentThread();
  }
}
