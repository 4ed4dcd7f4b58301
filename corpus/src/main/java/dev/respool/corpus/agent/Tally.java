package dev.respool.corpus.agent;

import dev.respool.compiler.Compilation;
import dev.respool.compiler.plan.Refusal;
import dev.respool.corpus.schedule.SiteCounts;
import java.io.PrintStream;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/** What became of the classes, to be told at exit together with the counts of the sites. */
final class Tally {
  private static final String MARK = "#respool ";

  private final AtomicInteger classes = new AtomicInteger();
  private final AtomicLong points = new AtomicLong();
  private final ConcurrentMap<String, String> failures = new ConcurrentHashMap<>();
  private final ConcurrentMap<String, String> unreadable = new ConcurrentHashMap<>();
  private final ConcurrentMap<String, Refusal.Reason> methods = new ConcurrentHashMap<>();

  void transformed(Compilation compilation, int sites) {
    classes.incrementAndGet();
    points.addAndGet(sites);
    for (Refusal refusal : compilation.refusals()) {
      methods.put(refusal.location(), refusal.reason());
    }
  }

  void failed(String className, String reason) {
    failures.put(className, firstLine(reason));
  }

  void unreadable(String className, String reason) {
    unreadable.put(className, firstLine(reason));
  }

  private static String firstLine(String text) {
    return text.lines().findFirst().orElse("");
  }

  /** One line of figures, then refusals by cause and failures by class. */
  void print(PrintStream out) {
    Map<String, Long> refusals = SiteCounts.refusals();
    out.println(
        MARK
            + ("classes=" + classes + " failed=" + failures.size() + " points=" + points)
            + (" reached=" + SiteCounts.reached() + " suspendedAt=" + SiteCounts.suspendedAt())
            + (" suspensions=" + SiteCounts.suspensions())
            + (" refusals=" + refusals.values().stream().mapToLong(n -> n).sum()));
    refusals.forEach((cause, count) -> out.println(MARK + "refusal " + count + " " + cause));
    new TreeMap<>(failures)
        .forEach((name, why) -> out.println(MARK + "failure " + name + ": " + why));
    new TreeMap<>(unreadable)
        .forEach((name, why) -> out.println(MARK + "unreadable " + name + ": " + why));
    new TreeMap<>(methods)
        .forEach(
            (method, why) -> out.println(MARK + "method not transformed " + why + " " + method));
  }
}
