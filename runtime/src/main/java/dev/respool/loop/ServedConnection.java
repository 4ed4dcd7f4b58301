package dev.respool.loop;

import java.io.IOException;
import java.time.Duration;

/** One connection of a server, from its acceptance to the end of its task. */
final class ServedConnection extends Awaiter {
  private final ServeWait server;
  private final StreamConnection connection;
  private final TaskState handler;
  private Timer lifetime; // null if there is no limit
  private boolean overdue;

  ServedConnection(ServeWait server, StreamConnection connection, TaskState handler) {
    this.server = server;
    this.connection = connection;
    this.handler = handler;
  }

  /** Begins to watch the task. */
  @Override
  void arm() {
    handler.addAwaiter(this);
  }

  void limitLifetime(Duration max) {
    lifetime = timers().set(SleepWait.nanos(max), () -> expire(max));
  }

  private Timers timers() {
    return handler.reactor().timers();
  }

  private void expire(Duration max) {
    overdue = true;
    handler.cancel(", because " + connection + " was open for longer than " + max);
  }

  void cancel(String why) {
    handler.cancel(why);
  }

  StreamConnection connection() {
    return connection;
  }

  @Override
  void ended(TaskState task) {
    if (lifetime != null) {
      timers().cancel(lifetime);
    }
    close();
    server.ended(this);
  }

  private void close() {
    try {
      connection.close();
    } catch (IOException e) {
      // the handler is done with it, and the descriptor is free all the same
    }
  }

  /** What the task failed with, for whoever deals with failures; null if that is nobody's. */
  Throwable failure() {
    return overdue || !handler.isCancellation() ? handler.failure() : null;
  }

  @Override
  void disarm() {}

  @Override
  public String toString() {
    return "the end of " + handler;
  }
}
