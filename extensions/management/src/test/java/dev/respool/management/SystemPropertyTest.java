package dev.respool.management;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.respool.loop.EventLoop;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import javax.management.ObjectName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The property is read when the first loop of a process is made, so each test has a process. */
@Timeout(120)
class SystemPropertyTest {
  /** Prints whether the bean is there before and after a loop is made. */
  static final class Program {
    public static void main(String[] arguments) throws Exception {
      System.out.println(isRegistered());
      EventLoop.create();
      System.out.println(isRegistered());
    }

    private static boolean isRegistered() throws Exception {
      return ManagementFactory.getPlatformMBeanServer()
          .isRegistered(new ObjectName(RespoolManagement.NAME));
    }
  }

  private static String printed(String tools) throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Ddev.respool.inspect.tools=" + tools,
                "-cp",
                System.getProperty("java.class.path"),
                Program.class.getName())
            .redirectErrorStream(true)
            .start();
    String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertEquals(0, process.waitFor(), printed);
    return printed;
  }

  @Test
  void it_registers_the_bean_when_the_first_loop_is_made() throws Exception {
    assertEquals("false\ntrue\n", printed("management").replace("\r", ""));
  }

  @Test
  void a_tool_that_there_is_not_is_told_of() throws Exception {
    String printed = printed("managment, management");
    assertTrue(printed.contains("true"), printed);
    assertTrue(printed.contains("dev.respool.inspect.tools names [managment]"), printed);
    assertTrue(printed.contains("these tools: [management]"), printed);
  }
}
