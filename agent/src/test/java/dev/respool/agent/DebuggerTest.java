package dev.respool.agent;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DebuggerTest {
  @ParameterizedTest
  @CsvSource({
    "-agentlib:jdwp=transport=dt_socket, true",
    "-Xrunjdwp:transport=dt_socket, true",
    "-agentpath:/opt/libjdwp.so, true",
    "-agentlib:hprof, false",
    "-Dname=jdwp, false"
  })
  void it_is_one_of_the_arguments(String argument, boolean expected) {
    assertEquals(expected, Debugger.isAskedFor(List.of("java", "-cp", "x", argument, "Main")));
  }
}
