package dev.respool.benchmarks.suite;

/** What the JVMs that measure have in common: a garbage collector, a heap, and the JDK's peers. */
final class Jvm {
  /** Without touching the heap's pages first, allocation is up to ten times too slow. */
  static final String TOUCHED = "-XX:+AlwaysPreTouch";

  static final String COLLECTOR = "-XX:+UseG1GC";
  static final String LEAST_HEAP = "-Xms1g";
  static final String MOST_HEAP = "-Xmx1g";

  /** For the peer named loom. */
  static final String CONTINUATIONS = "--add-exports=java.base/jdk.internal.vm=ALL-UNNAMED";

  /** For the peer named threads. */
  static final String SCHEDULERS = "--add-opens=java.base/java.lang=ALL-UNNAMED";

  /**
   * Compiles the programs by themselves, as those that are worth measuring are compiled in an
   * application: not as a part of what measures them or starts a coroutine.
   */
  static final String ALONE = "-XX:CompileCommand=dontinline,dev/respool/benchmarks/*.run";

  private Jvm() {}
}
