package dev.respool.console;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.respool.inspect.InspectionTool;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
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
    HttpRequest request =
        HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/")).build();
    assertEquals(
        200, HttpClient.newHttpClient().send(request, BodyHandlers.discarding()).statusCode());
  }
}
