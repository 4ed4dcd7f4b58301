package dev.respool.console;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.respool.inspect.InspectionTool;
import java.net.HttpURLConnection;
import java.net.ServerSocket;
import java.net.URI;
import java.net.URL;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A console that a system property starts. */
@Timeout(60)
class ConsoleToolTest {
  @Test
  void the_tool_is_found_by_its_name_and_starts_a_console_at_the_port_that_is_named()
      throws Exception {
    int port;
    try (ServerSocket free = new ServerSocket(0)) {
      port = free.getLocalPort();
    }
    InspectionTool tool =
        ServiceLoader.load(InspectionTool.class).stream()
            .map(ServiceLoader.Provider::get)
            .filter(each -> each.name().equals("console"))
            .findFirst()
            .orElseThrow();
    System.setProperty("dev.respool.console.port", String.valueOf(port));
    try {
      tool.start();
    } finally {
      System.clearProperty("dev.respool.console.port");
    }
    URL page = URI.create("http://localhost:" + port + "/").toURL();
    assertEquals(200, ((HttpURLConnection) page.openConnection()).getResponseCode());
  }
}
