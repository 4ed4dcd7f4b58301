package dev.respool.loop;

import java.io.IOException;
import java.net.SocketTimeoutException;

/** Waits for the other side of a connection to send or to take bytes, up to the idle timeout. */
abstract class PeerWait extends IoWait {
  private final StreamConnection connection;
  private final String method;
  private Timers timers;
  private Timer idle; // null without idle timeout

  /** The method is what the task called: "read". */
  PeerWait(StreamConnection connection, int operation, String method) {
    super(connection.port(), operation);
    this.connection = connection;
    this.method = method;
  }

  @Override
  void arm() throws IOException {
    super.arm();
    timers = task().reactor().timers();
    startTimer();
  }

  private void startTimer() {
    long nanos = connection.idleNanos();
    if (nanos > 0) {
      idle = timers.set(nanos, this::expire);
    }
  }

  /** Some bytes moved, but the wait is not over. */
  final void progressed() {
    if (idle != null) {
      timers.cancel(idle);
      startTimer();
    }
  }

  private void expire() {
    Timer expired = idle;
    ready(); // it may be the loop that is late
    if (isOver() || idle != expired) {
      return;
    }
    super.disarm();
    fail(new SocketTimeoutException(this + ": not a byte within " + connection.idleTimeout()));
  }

  @Override
  void disarm() {
    super.disarm();
    if (idle != null) {
      timers.cancel(idle);
    }
  }

  @Override
  public String toString() {
    return connection.getClass().getSimpleName() + "." + method + " on " + port();
  }
}
