package dev.respool.benchmarks.watch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import org.junit.jupiter.api.Test;

class ProcessorTest {
  private static final Processor UNKNOWN = new Processor(0, 0, 0, 0);

  private static final String SYSTEM =
      """
      cpu  500 10 200 9000 300 4 5 6 0 0
      cpu0 400 5 100 4000 100 2 2 1 0 0
      cpu1 100 5 100 5000 200 2 3 5 70 0
      cpu10 1 1 1 1 1 1 1 1 0 0
      intr 1234 0 9
      """;

  /** A name may be anything; behind it stand the state and ten numbers, and then the times. */
  private static final String PROCESS =
      "42 (java) S (x)) S 1 42 42 0 -1 4194304 901 902 903 904 60 20 7 3 20 0 31 0 5000 1 2 3\n";

  private static String pinnedTo(String processors) {
    return "Name:\tjava\nCpus_allowed:\t3\nCpus_allowed_list:\t" + processors + "\nSeccomp:\t0\n";
  }

  @Test
  void a_pinned_process_knows_its_processor_its_own_time_and_all_processors() {
    assertEquals(
        new Processor(100 + 5 + 100 + 2 + 3 + 5, 60 + 20 + 7 + 3, 215 + 5000 + 200, 725),
        Processor.in(SYSTEM, PROCESS, pinnedTo("1")));
  }

  @Test
  void a_process_that_is_not_pinned_to_one_knows_nothing() {
    assertEquals(UNKNOWN, Processor.in(SYSTEM, PROCESS, pinnedTo("0-1")));
    assertEquals(UNKNOWN, Processor.in(SYSTEM, PROCESS, pinnedTo("0,1")));
    assertEquals(UNKNOWN, Processor.in(SYSTEM, PROCESS, pinnedTo("2")));
    assertEquals(UNKNOWN, Processor.in(SYSTEM, PROCESS, "Name:\tjava\n"));
    assertEquals(UNKNOWN, Processor.in("intr 1234\n", PROCESS, pinnedTo("1")));
    assertNotEquals(UNKNOWN, Processor.in(SYSTEM, PROCESS, pinnedTo("0")));
  }

  @Test
  void what_is_taken_and_not_own_was_taken_by_others() {
    Processor start = new Processor(1000, 400, 5000, 3000);
    assertEquals(0.25, new Processor(1090, 440, 5200, 3090).othersSince(start));
    assertEquals(0, new Processor(1090, 500, 5200, 3090).othersSince(start), "rounded ticks");
  }

  @Test
  void what_is_taken_of_all_and_not_of_this_one_was_taken_elsewhere() {
    Processor start = new Processor(1000, 400, 5000, 3000);
    assertEquals(0.5, new Processor(1090, 440, 5200, 3190).elsewhereSince(start));
  }

  @Test
  void where_nothing_is_known_nobody_disturbs() {
    assertEquals(0, UNKNOWN.othersSince(UNKNOWN));
    assertEquals(0, UNKNOWN.elsewhereSince(UNKNOWN));
  }
}
