package dev.respool.it.scenarios.saved;

import dev.respool.CoroutineBody;
import dev.respool.Suspendable;

/** The programs. Each is a body that takes null at every resumption. */
public enum SavedProgram implements CoroutineBody<Object, Object> {
  /** A tree is walked through. */
  WALK(first -> Recursions.walk(40)),
  /** One call deep. */
  DEPTH_1(first -> Recursions.descend(1, 1, "s")),
  /** Ten calls deep. */
  DEPTH_10(first -> Recursions.descend(10, 1, "s")),
  /** A thousand calls deep. */
  DEPTH_1000(first -> Recursions.descend(1000, 1, "s")),
  /** Locals of every type. */
  EVERY_TYPE(first -> HeldValues.everyType(3)),
  /** Boxed values. */
  BOXES(first -> HeldValues.boxes(3)),
  /** Arrays. */
  ARRAYS(first -> HeldValues.arrays()),
  /** Numbers, dates and more of the JDK. */
  VALUES_OF_THE_JDK(first -> HeldValues.valuesOfTheJdk()),
  /** In the middle of an expression. */
  OPERANDS(first -> HeldValues.operands()),
  /** An exception in flight. */
  THROWN(first -> HeldBlocks.thrown()),
  /** A result in flight. */
  RETURNED(first -> HeldBlocks.returned()),
  /** Switches on strings and numbers. */
  SWITCHES(first -> HeldBlocks.switches()),
  /** Loops over collections. */
  COLLECTIONS(first -> HeldLoops.collections()),
  /** Loops over entries of maps. */
  ENTRIES(first -> HeldLoops.entries()),
  /** Loops over entries of each sort of map. */
  ENTRIES_OF_ALL(first -> HeldLoops.entriesOfAll()),
  /** Collections in locals. */
  HELD_COLLECTIONS(first -> HeldLoops.heldCollections()),
  /** Maps in locals. */
  HELD_MAPS(first -> HeldLoops.heldMaps()),
  /** Coroutines and generators in locals. */
  RUNS(first -> HeldRuns.nested()),
  /** A generator of numbers that are not boxed. */
  PRIMITIVE_RUNS(first -> HeldRuns.primitives()),
  /** Lambdas in locals. */
  FUNCTIONS(first -> HeldFunctions.all());

  private final CoroutineBody<Object, Object> body;

  SavedProgram(CoroutineBody<Object, Object> body) {
    this.body = body;
  }

  @Override
  @Suspendable
  public Object run(Object first) throws Exception {
    return body.run(first);
  }
}
