package dev.respool.it.random;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.respool.it.harness.KeptSeeds;
import java.util.List;
import java.util.Optional;
import java.util.function.LongFunction;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/**
 * Routes, {@code -Dfuzz.foreign} of them, that lead at random through frames that can be captured
 * and through frames that cannot: a yield is refused if one of the latter is in its way, succeeds
 * otherwise, and all values are those of a run without coroutines.
 *
 * <p>The routes of a batch take the same call sites of the same classes, one after the other, so
 * that whatever was found out about one is there to mislead about the next. A batch that fails does
 * so again by its number: put a line {@code ForeignFrames number} into kept-seeds.txt. {@code
 * -Dfuzz.without=LINK,LINK} leaves links out that are known to fail.
 */
class ForeignFramesTest {
  private static final int ROUTES = Integer.getInteger("fuzz.foreign", 20_000);
  private static final int BATCH = 2_000;

  @Test
  void a_yield_is_refused_if_a_foreign_frame_is_in_its_way_and_only_then() throws Exception {
    Crossings crossings = new Crossings();
    long failed = batches().filter(batch -> fails(batch, runner(crossings))).count();
    assertEquals(0, failed, "batches that failed, see above");
    assertReached(crossings);
  }

  private static boolean fails(long batch, RouteRunner runner) {
    return failure(batch, runner, runner::asCoroutine);
  }

  @Test
  void the_continuation_of_the_jdk_agrees() {
    assumeTrue(InternalContinuation.exists(), "this JDK has no continuation");
    RouteRunner runner = runner(new Crossings());
    long failed =
        batches().filter(batch -> failure(batch, runner, seed -> internally(runner, seed))).count();
    assertEquals(0, failed, "batches that failed, see above");
  }

  /** Runs a batch up to its first failure, which is printed. */
  private static boolean failure(
      long batch, RouteRunner runner, LongFunction<List<String>> transformed) {
    Optional<String> failure =
        LongStream.range(batch * BATCH, (batch + 1) * BATCH)
            .limit(ROUTES)
            .mapToObj(seed -> difference(seed, runner.plainly(seed), transformed.apply(seed)))
            .flatMap(Optional::stream)
            .findFirst();
    failure.ifPresent(text -> System.out.println("batch " + batch + " fails, " + text));
    return failure.isPresent();
  }

  private static Optional<String> difference(long seed, List<String> expected, List<String> found) {
    int same = 0;
    while (same < Math.min(expected.size(), found.size())
        && expected.get(same).equals(found.get(same))) {
      same++;
    }
    return expected.equals(found)
        ? Optional.empty()
        : Optional.of(
            ("route " + seed + "\n  both did " + expected.subList(0, same))
                + ("\n  then expected " + next(expected, same))
                + ("\n  but found " + next(found, same)));
  }

  private static List<String> next(List<String> lines, int from) {
    return lines.subList(from, Math.min(lines.size(), from + 4));
  }

  private static RouteRunner runner(Crossings crossings) {
    try {
      return new RouteRunner(crossings);
    } catch (ReflectiveOperationException e) {
      throw new AssertionError("the walker is not there", e);
    }
  }

  private static List<String> internally(RouteRunner runner, long seed) {
    try {
      return runner.asInternalContinuation(seed);
    } catch (ReflectiveOperationException e) {
      throw new AssertionError("the JDK's continuation is not exported", e);
    }
  }

  private static void assertReached(Crossings crossings) {
    for (Link link : Link.values()) {
      boolean missing = Route.isDrawn(link) && crossings.of(link) <= ROUTES / 200;
      assertTrue(link == Link.RETURN || !missing, () -> link + " not reached: " + crossings);
    }
    assertTrue(crossings.suspensions() > ROUTES, () -> "hardly suspended: " + crossings);
    assertTrue(crossings.refusals() > ROUTES / 2, () -> "hardly refused: " + crossings);
  }

  private static LongStream batches() {
    LongStream kept = KeptSeeds.of("ForeignFrames").stream().mapToLong(seed -> seed);
    return LongStream.concat(kept, LongStream.rangeClosed(1, Math.max(1, ROUTES / BATCH)));
  }
}
