package dev.respool.console;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;

/**
 * What was chosen with {@link ConsoleBuilder}.
 *
 * @param token null if none is needed
 */
record ConsoleOptions(
    InetSocketAddress address,
    String token,
    int maxViewers,
    Duration period,
    int maxTasks,
    boolean locals) {

  boolean isLoopback() {
    return address.getAddress().isLoopbackAddress();
  }

  /** What to open in a browser, if the console listens at that port. */
  URI address(int port) {
    String query = token == null ? "" : "?token=" + token;
    return URI.create("http://" + host() + ":" + port + "/" + query);
  }

  private String host() {
    InetAddress listening = address.getAddress();
    if (listening.isLoopbackAddress() || listening.isAnyLocalAddress()) {
      return "localhost";
    }
    String host = listening.getHostAddress();
    return host.contains(":") ? "[" + host.replaceFirst("%.*", "") + "]" : host;
  }
}
