package dev.respool.loop;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;

/** Looks up a host, which may block and so happens on another thread, and then connects to it. */
final class ResolveWait extends ExternalWait {
  private final InetSocketAddress unresolved;

  ResolveWait(InetSocketAddress unresolved) {
    this.unresolved = unresolved;
  }

  @Override
  void start() {
    WorkerThreads.BLOCKING.execute(this::resolve);
  }

  private void resolve() {
    try {
      ended(InetAddress.getByName(unresolved.getHostString()), 0, null);
    } catch (UnknownHostException | RuntimeException e) {
      ended(null, 0, e);
    }
  }

  @Override
  void deliver(Object address, long prim, Throwable failure) {
    if (failure != null) {
      fail(failure);
    } else {
      continueWith(
          new ConnectWait(new InetSocketAddress((InetAddress) address, unresolved.getPort())));
    }
  }

  @Override
  public String toString() {
    return "TcpConnection.connect to " + unresolved;
  }
}
