package dev.respool.loop;

import java.net.InetAddress;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;

/**
 * In which order the addresses of a host are tried: as the system gives them, but the families take
 * turns (RFC 8305, section 4). So a family that does not work delays the other one only once.
 */
final class AddressOrder {
  private AddressOrder() {}

  static List<InetAddress> interleaved(List<InetAddress> found) {
    Class<?> first = found.get(0).getClass();
    Queue<InetAddress> turn = new ArrayDeque<>(found.stream().filter(first::isInstance).toList());
    Queue<InetAddress> other =
        new ArrayDeque<>(found.stream().filter(address -> !first.isInstance(address)).toList());
    List<InetAddress> order = new ArrayList<>();
    while (!turn.isEmpty()) {
      order.add(turn.remove());
      if (!other.isEmpty()) {
        Queue<InetAddress> next = other;
        other = turn;
        turn = next;
      }
    }
    return order;
  }
}
