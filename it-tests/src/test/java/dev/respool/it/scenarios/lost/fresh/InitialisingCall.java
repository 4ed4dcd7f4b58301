package dev.respool.it.scenarios.lost.fresh;

import static dev.respool.it.scenarios.lost.Current.OUTER;
import static dev.respool.it.scenarios.lost.Current.answered;

import dev.respool.Suspendable;
import dev.respool.it.scenarios.lost.Attempt;
import dev.respool.it.scenarios.lost.Steps;

/** The first call of a method, whose class is initialised before the method is entered. */
public enum InitialisingCall implements Attempt {
  OF_CLASS("a class's method", steps -> answered(20, OfClass.twice(OUTER))),
  OF_INTERFACE("an interface's method", steps -> answered(20, OfInterface.twice(OUTER))),
  OF_ENUM("an enum's method", steps -> answered(20, OfEnum.twice(OUTER))),
  OF_RECORD("a record's method", steps -> answered(20, OfRecord.twice(OUTER))),
  OF_VOID("a void method", InitialisingCall::ofVoid),
  OF_LONG("a method that returns long", steps -> answered(20L, Results.ofLong(OUTER))),
  OF_DOUBLE("a method that returns double", steps -> answered(20.0, OfDouble.twice(OUTER))),
  OF_OBJECT("a method that returns an object", steps -> answered("10", OfObject.text(OUTER))),
  BY_SUBCLASS("a method by a subclass's name", steps -> answered(20, Heir.twice(OUTER))),
  OF_SUBCLASS(
      "a method that the superclass's initialiser calls", steps -> answered(20, Sub.twice(OUTER))),
  OF_IMPLEMENTATION(
      "a method that a superinterface's initialiser calls",
      steps -> answered(20, Implementation.twice(OUTER))),
  OF_TWO(
      "a method that another class's initialiser calls", steps -> answered(20, First.twice(OUTER))),
  RUNS("a method that runs a coroutine there", steps -> answered(20, Runs.twice(OUTER))),
  OF_CONSTRUCTOR("a constructor", steps -> answered(20, new Singleton(OUTER).twice));

  private final String callee;
  private final Attempt attempt;

  InitialisingCall(String callee, Attempt attempt) {
    this.callee = callee;
    this.attempt = attempt;
  }

  /** As in "starts with a call of …". */
  public String callee() {
    return callee;
  }

  @Override
  public Object run(Steps steps) throws Exception {
    return attempt.run(steps);
  }

  @Suspendable
  private static Object ofVoid(Steps steps) {
    OfVoid.doubled = 0;
    OfVoidCall.twice(OUTER);
    return answered(20, OfVoid.doubled);
  }
}
