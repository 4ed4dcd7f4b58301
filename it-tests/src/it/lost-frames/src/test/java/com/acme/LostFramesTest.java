package com.acme;

import dev.respool.it.scenarios.lost.Forwarding;
import dev.respool.it.scenarios.lost.LostFrames;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The table of lost frames and the opposite one, in classes that the plugin has instrumented. */
class LostFramesTest {
  /** Where assertions are on, every capture looks at the stack and finds more. */
  static List<String> lost() {
    List<String> rows = new ArrayList<>(LostFrames.names());
    if (LostFramesTest.class.desiredAssertionStatus()) {
      rows.addAll(LostFrames.wovenNames());
    }
    return rows;
  }

  @ParameterizedTest(name = "a yield {0} is refused")
  @MethodSource("lost")
  void a_yield_is_refused(String row) {
    LostFrames.verify(row);
  }

  static List<String> forwarding() {
    return Forwarding.names();
  }

  @ParameterizedTest(name = "a yield {0} is captured")
  @MethodSource("forwarding")
  void a_yield_is_captured(String row) {
    Forwarding.verify(row);
  }
}
