package dev.respool.benchmarks.load;

import dev.respool.benchmarks.fork.Extent;
import dev.respool.benchmarks.fork.Figures;
import dev.respool.benchmarks.fork.Told;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * Asks servers for a short text as fast as they answer, and lets many connections idle. The peers
 * take turns, each time in a new JVM: so what disturbs the machine for a while disturbs all of
 * them.
 *
 * <p>System properties: {@code respool.servers} and {@code respool.ktor} are the peers' jars,
 * {@code respool.clients} the processors of {@code wrk}, as taskset names them, and {@code
 * respool.processors} one processor or two that servers of as many loops share with {@code wrk}.
 */
public final class Load {
  private static final List<Integer> CONNECTIONS = List.of(64, 1000);
  private static final List<String> PERCENTILES = List.of("p50", "p99", "p99.9");
  private static final int WARM_UPS = 3;
  private static final int MOST_LOOPS = 2;
  private static final int IDLE = 10_000;
  private static final int IDLE_WARM_UP = 200;
  private static final double NANOSECONDS = 1000; // a microsecond

  private final Samples samples = new Samples();
  private final Extent extent;
  private final Wrk wrk;

  private Load(Extent extent, Wrk wrk) {
    this.extent = extent;
    this.wrk = wrk;
  }

  /**
   * Measures.
   *
   * @param arguments the file to write, then {@code quick}, {@code full} or {@code tiny}
   * @throws IOException if a file cannot be written
   */
  public static void main(String[] arguments) throws IOException {
    Figures figures = new Figures(arguments);
    Wrk wrk = new Wrk(System.getProperty("respool.clients", ""), 1);
    Load load = new Load(Extent.of(arguments), wrk);
    List<ServerPeer> peers =
        ServerPeer.all(
            Path.of(System.getProperty("respool.servers")),
            Path.of(System.getProperty("respool.ktor")));
    for (int round = 0; round < load.extent.repetitions(); round++) {
      peers.forEach(peer -> load.round(peer, figures));
      load.loops(figures);
    }
    load.samples.figures(Server.OPTIONS).forEach(figures::add);
    figures.end();
  }

  private void round(ServerPeer peer, Figures figures) {
    String name = peer.name();
    for (int connections : CONNECTIONS) {
      figures.ask(name + ", " + connections + " connections", () -> hello(peer, connections));
    }
    figures.ask(name + ", idle connections", () -> idle(peer, extent.of(IDLE)));
  }

  /** Who asks shares the server's processors. */
  private void loops(Figures figures) {
    String processors = System.getProperty("respool.processors", "");
    List<String> all = processors.isEmpty() ? List.of() : List.of(processors.split(","));
    ServerPeer peer = ServerPeer.loops(Path.of(System.getProperty("respool.servers")));
    for (int count = 1; count <= Math.min(all.size(), MOST_LOOPS); count++) {
      int loops = count;
      String some = String.join(",", all.subList(0, loops));
      figures.ask(loops + " loops", () -> loops(peer, loops, some));
    }
  }

  private void loops(ServerPeer peer, int loops, String processors) throws IOException {
    Wrk sharing = new Wrk(processors, loops);
    int connections = loops * CONNECTIONS.get(0);
    try (Server server = Server.startOn(processors, peer)) {
      samples.add(
          "load.Loops", peer, connections, "us/request", each(ask(sharing, server, connections)));
    }
  }

  private void hello(ServerPeer peer, int connections) {
    try (Server server = Server.start(peer)) {
      Told told = ask(wrk, server, connections);
      samples.add("load.Request", peer, connections, "us/request", each(told));
      for (String percentile : PERCENTILES) {
        samples.add("load.Request." + percentile, peer, connections, "us", told.one(percentile));
      }
    }
  }

  private Told ask(Wrk client, Server server, int connections) {
    for (int warmUp = 0; warmUp < WARM_UPS; warmUp++) { // connections come and go
      client.ask(server.port(), connections, seconds(4));
    }
    return client.measure(server.port(), connections, seconds(5));
  }

  private static double each(Told told) {
    return told.one("duration") / told.one("requests");
  }

  private int seconds(int full) {
    return extent == Extent.TINY ? 1 : full;
  }

  private void idle(ServerPeer peer, int connections) throws IOException {
    try (Server server = Server.start(peer)) {
      Crowd.connect(server.port(), IDLE_WARM_UP).close();
      double before = server.heap();
      long start = System.nanoTime();
      try (Crowd crowd = Crowd.connect(server.port(), connections)) {
        double each = (System.nanoTime() - start) / NANOSECONDS / crowd.size();
        samples.add("load.Connect", peer, connections, "us/connection", each);
        double bytes = (server.heap() - before) / crowd.size();
        samples.add("load.Idle", peer, connections, "B/connection", bytes);
      }
    }
  }
}
