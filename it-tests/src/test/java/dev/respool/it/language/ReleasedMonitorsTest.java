package dev.respool.it.language;

import dev.respool.compiler.plan.Monitors;
import dev.respool.it.harness.ClassFiles;
import dev.respool.it.harness.FourWay;
import dev.respool.it.targets.monitors.MonitorsOfCallers;
import dev.respool.it.targets.monitors.SynchronizedBlocks;
import dev.respool.it.targets.monitors.SynchronizedMethods;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Targets that hold monitors where they suspend, with {@code monitors=release}. */
class ReleasedMonitorsTest {

  static List<String> targets() {
    return List.of(
        SynchronizedBlocks.class.getName(),
        SynchronizedMethods.class.getName(),
        MonitorsOfCallers.class.getName());
  }

  @ParameterizedTest
  @MethodSource("targets")
  void a_target_holds_its_monitors_as_plain_java_does(String target) throws Exception {
    FourWay run = new FourWay(target, new ClassFiles(), Monitors.RELEASE);
    run.repeatsAsPlainJava();
    run.runsTransformed();
    run.wasNotRefused();
    run.survivesEverySuspension();
    run.survivesSeededSuspensions();
    run.keepsItsStack();
  }
}
