package dev.respool.benchmarks.load;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * How a peer is started.
 *
 * @param name of the peer
 * @param jar with its main class
 * @param arguments of that class
 */
record ServerPeer(String name, Path jar, List<String> arguments) {
  private static final int FIRST_JDK_WITH_VIRTUAL_THREADS = 21;

  /**
   * All that can run on this JDK.
   *
   * @param servers the jar of the peers in Java
   * @param ktor the jar of Ktor's
   * @throws IllegalArgumentException if a jar is missing
   */
  static List<ServerPeer> all(Path servers, Path ktor) {
    List<ServerPeer> all = new ArrayList<>();
    Stream.of("respool", "netty", "respool-netty")
        .forEach(name -> all.add(new ServerPeer(name, servers, List.of(name))));
    if (Runtime.version().feature() >= FIRST_JDK_WITH_VIRTUAL_THREADS) {
      all.add(new ServerPeer("threads", servers, List.of("threads")));
    }
    all.add(new ServerPeer("ktor", ktor, List.of()));
    return all;
  }

  /** Respool with a loop for each of its processors. */
  static ServerPeer loops(Path servers) {
    return new ServerPeer("respool-loops", servers, List.of("respool-loops"));
  }

  ServerPeer {
    if (!Files.exists(jar)) {
      throw new IllegalArgumentException("there is no " + jar);
    }
  }

  /** What follows the JVM's options. */
  List<String> command() {
    List<String> command = new ArrayList<>(List.of("-jar", jar.toString()));
    command.addAll(arguments);
    return command;
  }
}
