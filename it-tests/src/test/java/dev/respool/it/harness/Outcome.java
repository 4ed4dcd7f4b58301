package dev.respool.it.harness;

import java.util.List;

/** Everything that two runs of one target must agree on. */
record Outcome(List<String> trace, String end) {

  /** Where the two part; null if they are equal. */
  String difference(Outcome other) {
    int shared = Math.min(trace.size(), other.trace.size());
    for (int i = 0; i < shared; i++) {
      if (!trace.get(i).equals(other.trace.get(i))) {
        return "line " + i + " is <" + other.trace.get(i) + ">, not <" + trace.get(i) + ">";
      }
    }
    if (!end.equals(other.end)) {
      return "after line " + shared + " it ended in <" + other.end + ">, not <" + end + ">";
    }
    return trace.size() == other.trace.size()
        ? null
        : "the trace has " + other.trace.size() + " lines, not " + trace.size();
  }
}
