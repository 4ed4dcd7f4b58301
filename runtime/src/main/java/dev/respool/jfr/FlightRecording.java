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
final class FlightRecording implements FlightRecorderListener, Runnable {
  /** {@code true} to be told from the beginning, {@code false} to record nothing. */
  private static final String PROPERTY = "dev.respool.jfr";

  private static final long PAUSE_MILLIS = 200;

  static {
    String wish = System.getProperty(PROPERTY, "");
    FlightRecording one = new FlightRecording();
    if (wish.equals("true") || !wish.equals("false") && FlightRecorder.isInitialized()) {
      one.listen();
    } else if (!wish.equals("false")) {
      one.start();
    }
  }

  private boolean listening;
  private Recorder recorder; // null if nothing is enabled
  private Thread watcher; // null if there is no recording

  private FlightRecording() {}

  private Thread start() {
    Thread thread = new Thread(null, this, "respool-jfr", 0, false);
    thread.setDaemon(true);
    thread.setContextClassLoader(null);
    thread.start();
    return thread;
  }

  /** The thread that waits for a short program to end, and later the one that watches. */
  @Override
  public void run() {
    pause();
    if (!isListening()) {
      try {
        listen();
      } catch (RuntimeException | LinkageError e) {
        // There is no Flight Recorder in this JVM, so nothing can be recorded.
      }
      return;
    }
    for (look(); isWatcher(); look()) {
      pause();
    }
  }

  private static void pause() {
    try {
      Thread.sleep(PAUSE_MILLIS);
    } catch (InterruptedException e) {
      // Nobody has a reason to interrupt this thread: it is early, that is all.
    }
  }

  private void listen() {
    hear();
    FlightRecorder.addListener(this);
    look();
  }

  private synchronized void hear() {
    listening = true;
  }

  private synchronized boolean isListening() {
    return listening;
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
      watcher = start();
    } else if (!isRecording && watcher == Thread.currentThread()) {
      watcher = null;
    }
  }

  private static boolean isRecording() {
    return FlightRecorder.isInitialized()
        && FlightRecorder.getFlightRecorder().getRecordings().stream()
            .anyMatch(recording -> recording.getState() == RecordingState.RUNNING);
  }

  private synchronized boolean isWatcher() {
    return watcher == Thread.currentThread();
  }
}
