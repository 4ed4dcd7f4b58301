package dev.respool.jfr;

import dev.respool.abi.Observation;
import java.security.AccessController;
import java.security.PrivilegedAction;
import java.util.concurrent.atomic.AtomicLong;
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
 *
 * <p>The Flight Recorder may hold its locks when it calls the listener. So nothing here asks it for
 * anything while it holds a lock that the listener takes. Two threads may then look at once: what
 * counts is who began last. For the same reason the initialisation looks before there is a
 * listener.
 */
final class FlightRecording implements FlightRecorderListener, Runnable {
  /** {@code true} to be told from the beginning, {@code false} to record nothing. */
  private static final String PROPERTY = "dev.respool.jfr";

  private static final long PAUSE_MILLIS = 200;

  static {
    String wish = System.getProperty(PROPERTY, "");
    if (!wish.equals("false")) {
      privileged(() -> new FlightRecording().begin(wish.equals("true")));
    }
  }

  private final AtomicLong looks = new AtomicLong();
  private volatile boolean listening;
  private volatile Recorder recorder; // null if nothing is enabled; written under the lock
  private long lastLook; // this and the following: under the lock
  private boolean recording;
  private Thread watcher; // null if nobody watches

  private FlightRecording() {}

  /** In the initialisation of the class. */
  private void begin(boolean now) {
    if (now || FlightRecorder.isInitialized()) {
      look();
      listen();
    }
    watch();
  }

  private synchronized void watch() {
    if (watcher == null) {
      privileged(() -> watcher = started());
    }
  }

  /**
   * Threads and the Flight Recorder keep the protection domains of the code that has made or called
   * them, and with these its class loaders, as far down as this call.
   */
  @SuppressWarnings("removal") // on JDK 17 it still does that
  private static void privileged(Runnable action) {
    AccessController.doPrivileged(
        (PrivilegedAction<Void>)
            () -> {
              action.run();
              return null;
            });
  }

  private Thread started() {
    Thread thread = new Thread(null, this, "respool-jfr", 0, false);
    thread.setDaemon(true);
    thread.setContextClassLoader(null);
    thread.start();
    return thread;
  }

  /**
   * Watches as long as there is a recording; the first thread gives a short program time to end.
   */
  @Override
  public void run() {
    try {
      do {
        pause();
        if (!listening) {
          listen();
        }
        look();
      } while (goesOn());
    } catch (RuntimeException | LinkageError e) {
      // There is no Flight Recorder in this JVM, so nothing can be recorded.
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
    listening = true;
    FlightRecorder.addListener(this);
  }

  @Override
  public void recordingStateChanged(Recording changed) {
    look();
  }

  /** Asks which events are enabled now. */
  private void look() {
    long number = looks.incrementAndGet();
    boolean isRecording = isRecording();
    apply(number, isRecording, isRecording ? EventTypes.recorder(recorder) : null);
  }

  private static boolean isRecording() {
    return FlightRecorder.isInitialized()
        && FlightRecorder.getFlightRecorder().getRecordings().stream()
            .anyMatch(one -> one.getState() == RecordingState.RUNNING);
  }

  private synchronized void apply(long number, boolean isRecording, Recorder now) {
    if (number < lastLook) {
      return; // somebody has begun later, and has been faster
    }
    lastLook = number;
    recording = isRecording;
    if (now != recorder) {
      recorder = now;
      Observation.set(now);
    }
    if (isRecording) {
      watch();
    }
  }

  private synchronized boolean goesOn() {
    if (!recording) {
      watcher = null;
    }
    return recording;
  }
}
