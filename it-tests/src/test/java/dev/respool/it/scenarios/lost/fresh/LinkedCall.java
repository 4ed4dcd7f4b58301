package dev.respool.it.scenarios.lost.fresh;

import static dev.respool.it.scenarios.lost.Current.OUTER;
import static dev.respool.it.scenarios.lost.Current.answered;

import dev.respool.it.scenarios.lost.Attempt;
import dev.respool.it.scenarios.lost.Linked;
import dev.respool.it.scenarios.lost.Receivers;
import dev.respool.it.scenarios.lost.Steps;

/** The first execution of a call, for which the JVM asks the class loader for what it names. */
public enum LinkedCall implements Attempt {
  STATIC("a static method", "Linked", steps -> answered(20, Linked.twice(OUTER))),
  VIRTUAL("a virtual method", "Linked", steps -> answered(30, Receivers.linked().thrice(OUTER))),
  FINAL("a final method", "Linked", steps -> answered(40, Receivers.linked().fourTimes(OUTER))),
  INTERFACE(
      "an interface's method",
      "Receivers$Thrice",
      steps -> answered(30, Receivers.thrice().thrice(OUTER))),
  LOAD_CLASS(
      "loadClass",
      "LoadedByName",
      steps -> answered(Object.class, Receivers.loader().loadClass("java.lang.Object")));

  private final String callee;
  private final String named;
  private final Attempt attempt;

  /** The class is named in words: a constant of it would load it too early. */
  LinkedCall(String callee, String named, Attempt attempt) {
    this.callee = callee;
    this.named = Attempt.class.getPackageName() + "." + named;
    this.attempt = attempt;
  }

  /** As in "a call of …". */
  public String callee() {
    return callee;
  }

  /** The class that the JVM asks for. */
  public String named() {
    return named;
  }

  @Override
  public Object run(Steps steps) throws Exception {
    return attempt.run(steps);
  }
}
