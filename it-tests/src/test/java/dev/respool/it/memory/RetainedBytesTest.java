package dev.respool.it.memory;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a suspended coroutine retains. */
class RetainedBytesTest {
  private static final int MEGABYTES = 256;

  @TempDir Path directory;

  @Test
  void ten_activations_with_an_int_and_their_coroutine_retain_at_most_300_bytes() throws Exception {
    new SmallHeap(directory, RetainedBytes.class).assertRuns(MEGABYTES, "coroutine", "10", "300");
  }

  @Test
  void a_sleeping_task_with_its_timer_and_its_handle_retains_at_most_250_bytes() throws Exception {
    new SmallHeap(directory, RetainedBytes.class).assertRuns(MEGABYTES, "task", "1", "250");
  }
}
