package dev.respool.benchmarks.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LegendTest {
  @TempDir Path directory;

  @Test
  void every_peer_with_a_name_is_explained() {
    for (PeerName name : PeerName.values()) {
      assertTrue(Legend.explains(name.peer()), name.peer());
    }
  }

  @Test
  void every_peer_that_is_on_the_page_is_explained() throws IOException {
    Results kept = ResultFiles.read(Path.of("../measured"));
    assertTrue(kept.measurements().size() > 100);
    for (Measurement measurement : kept.measurements()) {
      String peer = measurement.peer();
      assertTrue(peer.isEmpty() || Legend.explains(peer), measurement::toString);
    }
  }

  @Test
  void only_those_that_were_measured_are_shown() throws IOException {
    new MadeUp()
        .roundTrip("threads", 1, false, "6")
        .roundTrip("respool-loop", 1, false, "6")
        .write(directory.resolve("25-plugin"), "made-up.json");
    assertEquals(
        """
        | in tables | in plots and sentences | what it is |
        | --- | --- | --- |
        | respool-loop | Respool's loop | tasks and channels of Respool's event loop |
        | threads | virtual threads | the JDK's virtual threads, all of them on one thread |
        """,
        new Legend(ResultFiles.read(directory)).toString());
  }
}
