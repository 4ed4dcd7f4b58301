package dev.respool.benchmarks.load;

import dev.respool.benchmarks.fork.Fork;
import dev.respool.benchmarks.fork.Told;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/** A peer that serves in a JVM of its own until it is closed. */
final class Server implements AutoCloseable {
  /** The same for all peers. */
  static final List<String> OPTIONS = List.of("-Xms1g", "-Xmx1g", "-XX:+AlwaysPreTouch");

  private final Process process;
  private final BufferedReader output;
  private final int port;

  private Server(Process process) throws IOException {
    this.process = process;
    this.output = process.inputReader();
    this.port = (int) next("port");
  }

  static Server start(ServerPeer peer) {
    return start(List.of(), peer);
  }

  /** On some processors, as taskset names them, instead of those of this JVM. */
  static Server startOn(String processors, ServerPeer peer) {
    return start(List.of("taskset", "-c", processors), peer);
  }

  private static Server start(List<String> prefix, ServerPeer peer) {
    List<String> command = new ArrayList<>(prefix);
    command.add(Fork.java().toString());
    command.addAll(OPTIONS);
    command.addAll(peer.command());
    try {
      return new Server(
          new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start());
    } catch (IOException e) {
      throw new UncheckedIOException("cannot start " + command, e);
    }
  }

  int port() {
    return port;
  }

  /** How many bytes of its heap are reachable. */
  double heap() throws IOException {
    process.outputWriter().append('\n').flush();
    return next("heap");
  }

  /** Passes over what servers log. */
  private double next(String name) throws IOException {
    for (String line = output.readLine(); line != null; line = output.readLine()) {
      Told told = Told.in(line);
      if (told.values().containsKey(name)) {
        return told.one(name);
      }
    }
    throw new IllegalStateException("the server has ended before it told its " + name);
  }

  @Override
  public void close() {
    process.destroy();
    try {
      process.waitFor();
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }
}
