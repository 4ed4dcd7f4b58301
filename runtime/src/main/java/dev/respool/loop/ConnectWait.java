package dev.respool.loop;

import dev.respool.inspect.WaitKind;
import java.net.SocketAddress;
import java.net.UnixDomainSocketAddress;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;

/**
 * Connects to the first of several addresses that answers. An attempt starts when the one before it
 * has failed or has had its head start, and all of them run on; the first success ends the others.
 */
final class ConnectWait extends Wait {
  /** RFC 8305, section 5: the recommended Connection Attempt Delay. */
  private static final long HEAD_START = Duration.ofMillis(250).toNanos();

  private final List<? extends SocketAddress> addresses;
  private final ConnectDeadline deadline;
  private final Queue<SocketAddress> untried = new ArrayDeque<>();
  private final List<ConnectAttempt> running = new ArrayList<>();
  private Timer headStart; // of the last attempt; null if no other one follows
  private Throwable failure; // of the earlier attempts; null if there is none

  ConnectWait(List<? extends SocketAddress> addresses, ConnectDeadline deadline) {
    this.addresses = addresses;
    this.deadline = deadline;
  }

  @Override
  void arm() {
    untried.addAll(addresses);
    deadline.guard(this);
    startNext();
  }

  private void startNext() {
    headStart = null;
    ConnectAttempt attempt = new ConnectAttempt(this, untried.remove());
    running.add(attempt);
    attempt.start();
    if (running.contains(attempt) && !untried.isEmpty()) {
      headStart = task().reactor().timers().set(HEAD_START, this::startNext);
    }
  }

  /** An attempt has connected and is left alone from now on. */
  void won(ConnectAttempt attempt, StreamConnection connection) {
    running.remove(attempt);
    disarm();
    succeed(connection);
  }

  /** An attempt has failed and closed its socket. */
  void lost(ConnectAttempt attempt, Throwable cause) {
    running.remove(attempt);
    failure = Failures.both(failure, cause);
    if (!untried.isEmpty()) {
      stopHeadStart();
      startNext();
    } else if (running.isEmpty()) {
      deadline.stop();
      fail(failure);
    }
  }

  private void stopHeadStart() {
    if (headStart != null) {
      task().reactor().timers().cancel(headStart);
    }
  }

  @Override
  void disarm() {
    deadline.stop();
    stopHeadStart();
    running.forEach(ConnectAttempt::stop);
    running.clear();
  }

  @Override
  WaitKind kind() {
    return WaitKind.SOCKET;
  }

  @Override
  public String toString() {
    Object target = addresses.size() == 1 ? addresses.get(0) : addresses;
    return (target instanceof UnixDomainSocketAddress ? "UnixSocket" : "TcpConnection")
        + ".connect to "
        + target;
  }
}
