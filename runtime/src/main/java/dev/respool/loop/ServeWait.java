package dev.respool.loop;

import java.io.IOException;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CancellationException;

/**
 * Accepts clients and starts a task for each, until the server is closed and all of these tasks
 * have ended.
 *
 * <p>It begins accepting. {@link #shutdown} closes the server when no client waits. From then on,
 * or from a cancellation on, it only waits for the tasks.
 */
final class ServeWait extends IoWait {
  private static final int MAX_ACCEPTS_A_TURN = 256;
  private static final long PAUSE = Duration.ofMillis(100).toNanos();

  private final StreamServer<?> server;
  private final ConnectionHandler<StreamConnection> handler;
  private final ServeOptions options;
  private final Set<ServedConnection> live = new LinkedHashSet<>();
  private Reactor reactor;
  private boolean accepting = true;
  private boolean shuttingDown;
  private boolean warned; // since all who waited had been accepted
  private Timer pause; // null unless accepting failed
  private Timer grace; // null until the end has begun
  private Throwable verdict; // thrown at the end; null to return
  private long accepted;
  private long failed;
  private long cut;

  @SuppressWarnings("unchecked") // the server gives the handler what it accepts
  ServeWait(StreamServer<?> server, ConnectionHandler<?> handler, ServeOptions options) {
    super(server.port(), SelectionKey.OP_ACCEPT);
    this.server = server;
    this.handler = (ConnectionHandler<StreamConnection>) handler;
    this.options = options;
  }

  @Override
  void arm() throws IOException {
    reactor = task().reactor();
    Warnings.prepare();
    super.arm();
    server.serving(this);
  }

  @Override
  boolean attempt() {
    int turn = 0;
    while (accepting && pause == null && turn < MAX_ACCEPTS_A_TURN && acceptNext()) {
      turn++;
    }
    return false; // it ends by itself
  }

  private boolean acceptNext() {
    if (live.size() >= options.maxConnections()) {
      port().mute(this);
      return false;
    }
    try {
      SocketChannel client = server.nextClient();
      if (client == null) {
        allAccepted();
        return false;
      }
      start(client);
      return true;
    } catch (ClosedChannelException e) {
      return false; // the port is going to tell
    } catch (IOException | RuntimeException e) {
      pause(e);
      return false;
    }
  }

  private void allAccepted() throws IOException {
    warned = false;
    if (shuttingDown) {
      server.close();
    }
  }

  private void start(SocketChannel channel) {
    try {
      start(server.take(channel));
    } catch (IOException e) {
      // the client has gone already
    }
  }

  private void start(StreamConnection client) {
    accepted++;
    client.setIdleTimeout(options.idleTimeout());
    TaskState child = reactor.start(new HandlerCall(handler, client), task());
    ServedConnection served = new ServedConnection(this, client, child);
    live.add(served);
    served.arm();
    if (!options.maxLifetime().isZero()) {
      served.limitLifetime(options.maxLifetime());
    }
  }

  /** Most likely the process has too many open files. */
  private void pause(Exception cause) {
    if (!warned) {
      warned = true;
      Warnings.log(server + " cannot accept a client and will try again", cause);
    }
    port().mute(this);
    pause = reactor.timers().set(PAUSE, this::goOn);
  }

  private void goOn() {
    stopPause();
    if (accepting) {
      port().unmute(this);
      if (shuttingDown) {
        attempt(); // nobody may wait, and then the port is not ready
      }
    }
  }

  private void stopPause() {
    if (pause != null) {
      reactor.timers().cancel(pause);
      pause = null;
    }
  }

  /** The task of a connection has ended, and the connection is closed. */
  void ended(ServedConnection connection) {
    live.remove(connection);
    Throwable failure = connection.failure();
    if (failure != null) {
      failed++;
      report(connection, failure);
    }
    goOn();
    endIfDone();
  }

  private void report(ServedConnection connection, Throwable failure) {
    try {
      options.failureHandler().accept(connection.connection(), failure);
    } catch (Throwable t) { // whatever it is, it is the server's failure
      abort(t);
    }
  }

  private void abort(Throwable reason) {
    if (verdict == null) {
      verdict = reason;
    }
    stopAccepting();
    cancelAll(", because " + reason.getMessage());
  }

  private void cancelAll(String why) {
    for (ServedConnection connection : List.copyOf(live)) {
      connection.cancel(why);
    }
  }

  private void stopAccepting() {
    accepting = false;
    stopPause();
    disarm();
  }

  /** Closes the server when no client waits; any thread. */
  void shutdown() {
    reactor.execute(
        () -> {
          if (accepting) {
            shuttingDown = true;
            startGrace();
            attempt();
          }
        });
  }

  @Override
  public void closed() {
    stopAccepting();
    startGrace();
    endIfDone();
  }

  private void startGrace() {
    if (grace == null) {
      grace = reactor.timers().set(SleepWait.nanos(options.gracePeriod()), this::cutAll);
    }
  }

  private void cutAll() {
    if (accepting) {
      closeNow();
    }
    cut = live.size();
    cancelAll(", because its server was closed " + options.gracePeriod() + " ago");
  }

  private void closeNow() {
    try {
      server.close();
    } catch (IOException e) {
      abort(e);
    }
  }

  @Override
  void cancel(CancellationException reason) {
    abort(reason);
    endIfDone();
  }

  private void endIfDone() {
    if (accepting || !live.isEmpty() || isOver()) {
      return;
    }
    server.serving(null);
    if (grace != null) {
      reactor.timers().cancel(grace);
    }
    if (verdict == null) {
      succeed(new ServeReport(accepted, failed, cut));
    } else {
      fail(verdict);
    }
  }

  @Override
  public String toString() {
    return server.getClass().getSimpleName() + ".serve on " + port();
  }
}
