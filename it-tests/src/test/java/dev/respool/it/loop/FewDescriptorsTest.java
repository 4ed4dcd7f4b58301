package dev.respool.it.loop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.condition.OS.WINDOWS;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.io.TempDir;

/** What happens when the process has no file descriptors left, in a JVM that may have few. */
@Timeout(120)
@DisabledOnOs(WINDOWS)
class FewDescriptorsTest {
  private static final int DESCRIPTORS = 200;
  private static final int CLIENTS = 300;

  @TempDir Path directory;

  @Test
  void a_server_without_descriptors_serves_every_client_when_others_have_gone() throws Exception {
    Path errors = directory.resolve("errors");
    Process process = jvm(errors, "serve").start();
    try (BufferedReader output =
        new BufferedReader(
            new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
      String port = output.readLine();
      talkToAll(Integer.parseInt(port));
      assertEquals("ServeReport[accepted=302, failed=0, cut=0]", output.readLine());
    } catch (NumberFormatException e) {
      throw new AssertionError(Files.readString(errors), e);
    } finally {
      process.destroyForcibly();
    }
    String warnings = Files.readString(errors);
    assertTrue(warnings.contains("cannot accept a client and will try again"), warnings);
  }

  /** All are connected, most of them in the backlog, before the first one goes. */
  private static void talkToAll(int port) throws IOException {
    assertEquals("warm", ask(connect(port), "warm"));
    List<Socket> clients = new ArrayList<>();
    for (int i = 0; i < CLIENTS; i++) {
      clients.add(connect(port));
    }
    for (int i = 0; i < CLIENTS; i++) {
      assertEquals("hello " + i, ask(clients.get(i), "hello " + i));
    }
    assertEquals("stop", ask(connect(port), "stop"));
  }

  private static Socket connect(int port) throws IOException {
    return new Socket(InetAddress.getLoopbackAddress(), port);
  }

  private static String ask(Socket client, String line) throws IOException {
    try (client) {
      client.getOutputStream().write((line + "\n").getBytes(StandardCharsets.UTF_8));
      return new BufferedReader(
              new InputStreamReader(client.getInputStream(), StandardCharsets.UTF_8))
          .readLine();
    }
  }

  @Test
  void a_loop_that_cannot_open_its_selector_says_why() throws Exception {
    Path errors = directory.resolve("errors");
    Process process = jvm(errors, "selector").start();
    if (!process.waitFor(60, TimeUnit.SECONDS)) {
      process.destroyForcibly();
    }
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertEquals("failed with java.io.IOException: Too many open files", output.trim());
  }

  private static ProcessBuilder jvm(Path errors, String method) {
    List<String> command = new ArrayList<>();
    command.addAll(List.of("sh", "-c", "ulimit -n " + DESCRIPTORS + "; exec \"$@\"", "sh"));
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"));
    command.addAll(List.of("-cp", classPath(), FewDescriptors.class.getName(), method));
    return new ProcessBuilder(command).redirectError(new File(errors.toString()));
  }

  /** Surefire's own is a jar that names the others. */
  private static String classPath() {
    return System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
  }
}
