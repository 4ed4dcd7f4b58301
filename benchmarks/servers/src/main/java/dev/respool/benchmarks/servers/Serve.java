package dev.respool.benchmarks.servers;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryMXBean;
import java.util.Map;
import java.util.function.Supplier;

/**
 * Runs one peer in this JVM until standard input ends. It prints {@code told port NUMBER} when it
 * listens, and after each line of input {@code told heap BYTES}: what is reachable then.
 */
public final class Serve {
  private static final int COLLECTIONS = 3;

  private static final Map<String, Supplier<Peer>> PEERS =
      Map.of(
          "respool", RespoolSockets::new,
          "respool-loops", RespoolLoops::new,
          "respool-netty", RespoolOnNetty::new,
          "netty", BareNetty::new,
          "threads", VirtualThreads::new);

  private Serve() {}

  /**
   * Serves.
   *
   * @param arguments the name of the peer
   * @throws Exception if it cannot start
   */
  public static void main(String[] arguments) throws Exception {
    Supplier<Peer> peer = PEERS.get(arguments[0]);
    if (peer == null) {
      throw new IllegalArgumentException(arguments[0] + " is none of " + PEERS.keySet());
    }
    System.out.println("told port " + peer.get().start());
    answerQuestions();
    System.exit(0);
  }

  private static void answerQuestions() throws IOException {
    BufferedReader questions = new BufferedReader(new InputStreamReader(System.in));
    while (questions.readLine() != null) {
      System.out.println("told heap " + heap());
    }
  }

  private static long heap() {
    MemoryMXBean memory = ManagementFactory.getMemoryMXBean();
    for (int i = 0; i < COLLECTIONS; i++) {
      memory.gc();
    }
    return memory.getHeapMemoryUsage().getUsed();
  }
}
