package dev.respool.it.memory;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How much fits into a heap: dropped coroutines without end, and suspended ones by the million. */
class SmallHeapTest {
  @TempDir Path directory;

  private SmallHeap program;

  @BeforeEach
  void transform() throws Exception {
    program = new SmallHeap(directory, ManySuspended.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"holder", "iterator", "task"})
  void a_gigabyte_of_dropped_ones_passes_through_64_megabytes(String kind) throws Exception {
    program.assertRuns(64, kind, "100000", "none");
  }

  /** Or else the test above would prove nothing. */
  @ParameterizedTest
  @ValueSource(strings = {"holder", "iterator", "task"})
  void the_same_do_not_fit_if_they_are_kept(String kind) throws Exception {
    program.assertRunsOutOfMemory(64, kind, "100000", "all");
  }

  @Test
  void a_million_suspended_coroutines_fit_into_128_megabytes() throws Exception {
    program.assertRuns(128, "coroutine", "1000000", "all");
  }

  @Test
  void a_hundred_thousand_at_depth_ten_fit_into_64_megabytes() throws Exception {
    program.assertRuns(64, "deep", "100000", "all");
  }
}
