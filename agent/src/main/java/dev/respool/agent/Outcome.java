package dev.respool.agent;

import dev.respool.compiler.Compilation;
import dev.respool.compiler.Problem;
import dev.respool.compiler.plan.Refusal;
import java.util.ArrayList;
import java.util.List;

/**
 * What became of a class, just now or when it was compiled for a {@link ClassCache}.
 *
 * @param className dotted
 * @param bytes the new class file; null if there is nothing to change
 * @param mayHaveSuspendable whether the class may declare or inherit a suspendable method
 * @param refused the methods that should suspend and cannot
 * @param warnings what is transformed and likely to go wrong
 * @param transformed the number of transformed methods
 */
record Outcome(
    String className,
    byte[] bytes,
    boolean mayHaveSuspendable,
    List<Refused> refused,
    List<String> warnings,
    int transformed) {

  /**
   * A method that was left as it was.
   *
   * @param location such as {@code com.acme.Pump.drain(Pump.java:41)}
   * @param message all that there is to say
   */
  record Refused(String location, String message) {}

  static Outcome of(Compilation compilation) {
    List<Refused> refused = new ArrayList<>();
    for (Refusal refusal : compilation.refusals()) {
      refused.add(new Refused(refusal.location(), refusal.message()));
    }
    List<String> warnings = new ArrayList<>();
    for (Problem warning : compilation.warnings()) {
      warnings.add(warning.message());
    }
    return new Outcome(
        compilation.className(),
        compilation.bytes().orElse(null),
        compilation.mayHaveSuspendable(),
        refused,
        warnings,
        compilation.plans().size());
  }
}
