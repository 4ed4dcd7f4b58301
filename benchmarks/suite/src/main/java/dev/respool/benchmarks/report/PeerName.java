package dev.respool.benchmarks.report;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The peers by the names that people know them by. What programs are written with stands apart from
 * what is built on a runtime's internals, and from the older tools.
 */
enum PeerName {
  /** Launched jobs and their channels. */
  KOTLINX("kotlinx", "kotlinx.coroutines", Group.IN_USE),
  /** The builder of Kotlin's standard library. */
  KOTLIN_SEQUENCE("kotlin-sequence", "Kotlin sequence", Group.IN_USE),
  /** {@code suspend} functions that return their values. */
  KOTLIN_PLAIN("kotlin-plain", "plain Kotlin", Group.IN_USE),
  /** A handler behind its codec. */
  NETTY("netty", "Netty", Group.IN_USE),
  /** A server on Netty and kotlinx.coroutines. */
  KTOR("ktor", "Ktor", Group.IN_USE),
  /** The JDK's. */
  THREADS("threads", "virtual threads", Group.IN_USE),
  /** LuaJ as it is; wherever else something is plain, it has no coroutines. */
  LUAJ(Comparison.PLAIN, "LuaJ's threads", Group.IN_USE),
  /** Kotlin without its libraries, every call arranged. */
  KOTLIN("kotlin", "Kotlin intrinsics", Group.BY_HAND),
  /** The JDK's class below virtual threads, which it does not export. */
  LOOM(Comparison.LOOM, "Loom internals", Group.BY_HAND),
  /** A bytecode tool. */
  KILIM("kilim", "Kilim", Group.BY_HAND),
  /** A bytecode tool. */
  OFFBYNULL("offbynull", "offbynull", Group.BY_HAND),
  /** A bytecode tool. */
  JAVAFLOW("javaflow", "javaflow", Group.BY_HAND),
  /** A bytecode tool. */
  QUASAR("quasar", "Quasar", Group.BY_HAND);

  private static final Map<String, String> OURS =
      Map.of(
          "respool", "Respool",
          "respool-loop", "Respool's loop",
          "respool-netty", "Respool on Netty",
          "respool-awake", "Respool, others suspend");

  private final String peer;
  private final String title;
  private final Group group;

  PeerName(String peer, String title, Group group) {
    this.peer = peer;
    this.title = title;
    this.group = group;
  }

  /** Which peers are like each other. */
  enum Group {
    /** What programs are written with. */
    IN_USE("as people use them"),
    /** What somebody has to build first. */
    BY_HAND("by hand, and older tools");

    private final String title;

    Group(String title) {
      this.title = title;
    }

    String title() {
      return title;
    }
  }

  String peer() {
    return peer;
  }

  String title() {
    return title;
  }

  Group group() {
    return group;
  }

  /** The title of a peer, one of Respool's among them; a peer without one keeps its name. */
  static String of(Row row) {
    return of(row.peer());
  }

  /** The same by the name that the benchmarks have for it. */
  static String of(String peer) {
    return Stream.of(values())
        .filter(name -> name.peer.equals(peer))
        .map(PeerName::title)
        .findFirst()
        .orElse(OURS.getOrDefault(peer, peer));
  }

  /** Those of a group, in the order of the tables. */
  static List<PeerName> in(Group group) {
    return Stream.of(values()).filter(name -> name.group == group).toList();
  }
}
