package dev.respool.management;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.respool.Coroutine;
import dev.respool.Suspendable;
import dev.respool.inspect.InspectionTool;
import dev.respool.loop.EventLoop;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.List;
import java.util.ServiceLoader;
import javax.management.Attribute;
import javax.management.MBeanServer;
import javax.management.ObjectName;
import javax.management.openmbean.TabularData;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** As a tool sees it that has no class of Respool's. */
@Timeout(60)
@SuppressWarnings("try") // the program waits, and nobody asks it anything
class RespoolMXBeanTest {
  private final MBeanServer server = ManagementFactory.getPlatformMBeanServer();
  private ObjectName name;

  @BeforeEach
  void register() throws Exception {
    name = new ObjectName(RespoolManagement.NAME);
    RespoolManagement.register();
  }

  @AfterEach
  void unregister() {
    RespoolManagement.unregister();
  }

  private Object attribute(String attribute) throws Exception {
    return server.getAttribute(name, attribute);
  }

  private Object call(String operation) throws Exception {
    return server.invoke(name, operation, new Object[0], new String[0]);
  }

  @Test
  void the_numbers_are_attributes() throws Exception {
    try (WaitingProgram program = new WaitingProgram()) {
      assertTrue((int) attribute("LoopCount") >= 1);
      assertTrue((long) attribute("WaitingTaskCount") >= 4);
      assertTrue((long) attribute("TurnCount") > 0);
      TabularData kinds = (TabularData) attribute("WaitingTaskCounts");
      assertTrue(kinds.containsKey(new Object[] {"CHANNEL"}), kinds.toString());
      assertTrue(kinds.containsKey(new Object[] {"FUTURE"}), kinds.toString());
      assertEquals(0L, attribute("PostedActionCount"));
      assertTrue((long) attribute("EndedTaskCount") >= 0);
      assertEquals(0, ((Long[]) attribute("UnansweringLoops")).length);
    }
  }

  @Test
  void a_dump_has_stacks_and_locals() throws Exception {
    try (WaitingProgram program = new WaitingProgram()) {
      String text = (String) call("dumpText");
      assertTrue(text.contains("(receiver), child of task 1: waits in Channel.receive"), text);
      assertTrue(text.contains("WaitingProgram.receives(WaitingProgram.java:"), text);
      assertTrue(text.contains("customer=42"), text);
      String json = (String) call("dumpJson");
      assertTrue(json.contains("{\"name\":\"customer\",\"type\":\"I\",\"value\":\"42\"}"), json);
    }
  }

  @Test
  void a_dump_can_be_small() throws Exception {
    try (WaitingProgram program = new WaitingProgram()) {
      Object[] arguments = {false, 2, 1, false};
      String[] types = {"boolean", "int", "int", "boolean"};
      String text = (String) server.invoke(name, "dump", arguments, types);
      assertTrue(text.contains("shown: 2 of 4 tasks"), text);
      assertFalse(text.contains("customer=42"), text);
    }
  }

  @Test
  void tasks_that_wait_for_each_other_are_found() throws Exception {
    try (WaitingProgram program = new WaitingProgram()) {
      long number = program.loop().inspectable().number();
      assertEquals(
          List.of("loop " + number + ": task 3 -> task 4 -> task 3"),
          List.of((String[]) call("findDeadlocks")));
    }
  }

  @Test
  void what_a_watchdog_has_told_can_be_read() throws Exception {
    EventLoop loop = EventLoop.create();
    loop.setWatchdog(Duration.ofMillis(5), (task, held, stack) -> {});
    long number = loop.inspectable().number();
    loop.spawn(() -> keepsUntil("loop " + number));
    loop.runUntilDone();
    assertTrue(reports().contains("task 1 has kept loop " + number), reports());
    assertTrue(reports().contains("keepsUntil"), reports());
  }

  private void keepsUntil(String told) throws Exception {
    while (!reports().contains(told)) {
      Thread.sleep(1);
    }
  }

  private String reports() throws Exception {
    return String.join("\n", (String[]) attribute("WatchdogReports"));
  }

  @Test
  void coroutines_can_be_tracked() throws Exception {
    server.setAttribute(name, new Attribute("CoroutineTracking", true));
    try {
      Coroutine<Object, Object> coroutine = Coroutine.create(() -> yields(7));
      coroutine.resume();
      String text = (String) call("dumpText");
      assertTrue(text.contains("RespoolMXBeanTest.yields(RespoolMXBeanTest.java:"), text);
      assertTrue(text.contains("seven=7"), text);
      coroutine.close();
    } finally {
      server.setAttribute(name, new Attribute("CoroutineTracking", false));
    }
    assertEquals(false, attribute("CoroutineTracking"));
  }

  @Suspendable
  private static void yields(int seven) {
    Coroutine.yield();
    assertEquals(7, seven);
  }

  @Test
  void registering_twice_and_unregistering_twice_do_no_harm() {
    RespoolManagement.register();
    assertTrue(server.isRegistered(name));
    RespoolManagement.unregister();
    RespoolManagement.unregister();
    assertFalse(server.isRegistered(name));
  }

  @Test
  void the_tool_is_found_and_registers_the_bean() throws Exception {
    RespoolManagement.unregister();
    InspectionTool tool =
        ServiceLoader.load(InspectionTool.class).stream()
            .map(ServiceLoader.Provider::get)
            .filter(found -> found.name().equals("management"))
            .findFirst()
            .orElseThrow();
    tool.start();
    assertTrue(server.isRegistered(name));
  }
}
