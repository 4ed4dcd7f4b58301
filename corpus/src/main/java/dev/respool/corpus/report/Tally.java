package dev.respool.corpus.report;

import dev.respool.compiler.Compilation;
import dev.respool.compiler.MethodSizes;
import dev.respool.compiler.plan.Refusal;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** The counts of a verification, its failures, and what was wrong with classes before. */
public final class Tally {
  private final String subject;
  private final Map<String, Long> sums = new TreeMap<>();
  private final Map<Refusal.Reason, Integer> refusals = new EnumMap<>(Refusal.Reason.class);
  private final Set<String> failures = new TreeSet<>();
  private final Map<String, Set<String>> unverifiable = new TreeMap<>();

  /**
   * Nothing counted.
   *
   * @param subject what is verified
   */
  public Tally(String subject) {
    this.subject = subject;
  }

  /**
   * Counts a compiled class.
   *
   * @param original its bytes before
   * @param compilation what became of it
   * @param nanoseconds that it took
   */
  public void transformed(byte[] original, Compilation compilation, long nanoseconds) {
    sum("class-files", 1);
    sum("nanoseconds", nanoseconds);
    sum("bytes-before", original.length);
    sum("bytes-after", compilation.bytes().map(bytes -> bytes.length).orElse(original.length));
    sum("methods-in-all", MethodSizes.of(original).bytes().size());
    compilation.refusals().forEach(refusal -> refusals.merge(refusal.reason(), 1, Integer::sum));
    compilation
        .bytes()
        .ifPresent(
            bytes -> {
              sum("transformed-classes", 1);
              new ClassGrowth(sums, original, bytes).add(compilation.plans());
            });
  }

  /** Counts a transformed class that the JVM has verified. */
  public void loaded() {
    sum("loaded", 1);
  }

  /**
   * Counts what must not be.
   *
   * @param place of the class
   * @param fault what is wrong, and where in the class
   */
  public void failed(String place, String fault) {
    failures.add(place + ": " + fault);
  }

  /**
   * Counts what was wrong with a class before it was transformed.
   *
   * @param place of the class
   * @param fault what is wrong
   */
  public void unverifiable(String place, String fault) {
    unverifiable.computeIfAbsent(fault, f -> new TreeSet<>()).add(place);
  }

  /**
   * The faults of the compiler.
   *
   * @return one a line, sorted
   */
  public Set<String> failures() {
    return failures;
  }

  /**
   * The faults that classes had before.
   *
   * @return the classes by fault
   */
  public Map<String, Set<String>> unverifiable() {
    return unverifiable;
  }

  /**
   * The refusals.
   *
   * @return how many by reason
   */
  public Map<Refusal.Reason, Integer> refusals() {
    return refusals;
  }

  /**
   * A sum.
   *
   * @param name of what was counted
   * @return 0 if nothing was
   */
  public long count(String name) {
    return sums.getOrDefault(name, 0L);
  }

  String subject() {
    return subject;
  }

  Map<String, Long> sums() {
    return sums;
  }

  private void sum(String name, long value) {
    sums.merge(name, value, Long::sum);
  }
}
