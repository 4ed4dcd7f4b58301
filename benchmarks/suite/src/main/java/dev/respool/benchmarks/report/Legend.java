package dev.respool.benchmarks.report;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Who is compared: the names in the tables and in the plots, and what each of them is. */
final class Legend {
  private static final Map<String, String> MEANINGS = new LinkedHashMap<>();

  static {
    MEANINGS.put("respool", "generators of ints, and coroutines that the benchmark itself resumes");
    MEANINGS.put("respool-generator", "generators of objects: each int is boxed");
    MEANINGS.put("respool-loop", "tasks and channels of Respool's event loop");
    MEANINGS.put(
        "respool-escaping",
        "coroutines that something else holds, as a scheduler does, so that the JIT compiler cannot"
            + " do without the object");
    MEANINGS.put(
        "respool-awake", "other coroutines suspend all the time in the methods that are measured");
    MEANINGS.put("respool-netty", "coroutines on Netty's event loop");
    MEANINGS.put("respool-loops", "a server of several event loops, each on a thread of its own");
    MEANINGS.put(
        Comparison.PLAIN, "Java without coroutines; in W9 LuaJ, whose coroutines are threads");
    MEANINGS.put("kotlinx", "jobs and channels of the library kotlinx.coroutines");
    MEANINGS.put("kotlin-sequence", "`iterator { }` of Kotlin's standard library");
    MEANINGS.put(
        "kotlin-plain",
        "`suspend` functions written as one writes them, with a queue and channels of a few lines");
    MEANINGS.put(
        "kotlin",
        "what a library is made of: coroutines built by hand on the compiler's intrinsics, with"
            + " every call arranged");
    MEANINGS.put("threads", "the JDK's virtual threads, all of them on one thread");
    MEANINGS.put(
        Comparison.LOOM,
        "`jdk.internal.vm.Continuation`, the class below virtual threads, which no program may use");
    MEANINGS.put("netty", "a handler of Netty's");
    MEANINGS.put("ktor", "a server on Netty and kotlinx.coroutines");
    for (String tool : new String[] {"kilim", "offbynull", "javaflow", "quasar"}) {
      MEANINGS.put(tool, "an older tool that changes bytecode, as Respool does");
    }
  }

  private final Set<String> measured;

  Legend(Results results) {
    this.measured =
        results.measurements().stream().map(Measurement::peer).collect(Collectors.toSet());
  }

  /** Whether a peer is explained. */
  static boolean explains(String peer) {
    return MEANINGS.containsKey(peer);
  }

  /** Those that were measured, as a table in Markdown; nothing without them. */
  @Override
  public String toString() {
    Table table = new Table("in tables", "in plots and sentences", "what it is");
    MEANINGS.forEach(
        (peer, meaning) -> {
          if (measured.contains(peer)) {
            table.line(peer, title(peer), meaning);
          }
        });
    return table.toString();
  }

  /** Nothing for one of ours that only tables show. */
  private static String title(String peer) {
    String title = PeerName.of(peer);
    return Row.isRespool(peer) && title.equals(peer) ? "" : title;
  }
}
