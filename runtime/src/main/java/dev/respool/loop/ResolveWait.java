package dev.respool.loop;

import dev.respool.inspect.WaitKind;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.List;

/** Looks up a host, which may block and so happens on another thread, and then connects to it. */
final class ResolveWait extends ExternalWait {
  private final InetSocketAddress unresolved;
  private final ConnectDeadline deadline;

  ResolveWait(InetSocketAddress unresolved, ConnectDeadline deadline) {
    this.unresolved = unresolved;
    this.deadline = deadline;
  }

  @Override
  void start() {
    WorkerThreads.BLOCKING.execute(this::resolve);
    deadline.guard(this);
  }

  private void resolve() {
    try {
      InetAddress[] found = InetAddress.getAllByName(unresolved.getHostString());
      ended(withPort(AddressOrder.interleaved(List.of(found))), 0, null);
    } catch (UnknownHostException | RuntimeException e) {
      ended(null, 0, e);
    }
  }

  private List<InetSocketAddress> withPort(List<InetAddress> addresses) {
    return addresses.stream()
        .map(address -> new InetSocketAddress(address, unresolved.getPort()))
        .toList();
  }

  @Override
  @SuppressWarnings("unchecked")
  void deliver(Object addresses, long prim, Throwable failure) {
    if (failure != null) {
      deadline.stop();
      fail(failure);
    } else {
      continueWith(new ConnectWait((List<InetSocketAddress>) addresses, deadline));
    }
  }

  @Override
  void abandon() {
    deadline.stop();
  }

  @Override
  WaitKind kind() {
    return WaitKind.SOCKET;
  }

  @Override
  public String toString() {
    return "TcpConnection.connect to " + unresolved;
  }
}
