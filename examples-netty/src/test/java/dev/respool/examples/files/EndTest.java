package dev.respool.examples.files;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class EndTest {
  private static final byte[] REQUEST =
      "GET /large.bin HTTP/1.1\r\nHost: a\r\n\r\n".getBytes(StandardCharsets.US_ASCII);

  @TempDir private Path directory;

  @Test
  void a_download_in_progress_is_finished() throws Exception {
    RunningFileServer server = new RunningFileServer(directory, "--grace", "30");
    try (Socket client = server.connect()) {
      InputStream answer = begin(client);
      Thread end = new Thread(server::close);
      end.start();
      assertTrue(answer.readAllBytes().length >= RunningFileServer.LARGE);
      end.join();
      assertTrue(server.log().endsWith("ended: all requests were answered\n"), server.log());
    }
  }

  @Test
  void a_download_that_takes_too_long_is_cut_and_reported() throws Exception {
    RunningFileServer server = new RunningFileServer(directory, "--grace", "0");
    try (Socket client = new Socket()) {
      client.setReceiveBufferSize(4096); // so that the file does not fit into the system's buffers
      client.connect(server.address());
      begin(client);
      server.close();
      assertTrue(server.log().contains("ended: 1 connections were closed before"), server.log());
    }
  }

  @Test
  void an_idle_connection_does_not_hold_up_the_end() throws Exception {
    RunningFileServer server = new RunningFileServer(directory, "--grace", "30");
    try (Socket client = server.connect()) {
      client.getOutputStream().write("GET / HTTP/1.1\r\nHost: a\r\n\r\n".getBytes());
      client.getInputStream().read();
      server.close();
      assertTrue(server.log().endsWith("ended: all requests were answered\n"), server.log());
    }
  }

  /** Gives the rest of an answer that has begun. */
  private static InputStream begin(Socket client) throws IOException {
    client.setSoTimeout(30_000);
    client.getOutputStream().write(REQUEST);
    InputStream answer = client.getInputStream();
    assertEquals('H', answer.read());
    return answer;
  }

  @Test
  void a_process_that_gets_sigterm_finishes_its_downloads_and_reports() throws Exception {
    assumeFalse(System.getProperty("os.name").startsWith("Windows"), "Windows has no SIGTERM");
    Process process = start(RunningFileServer.makeFiles(directory));
    try (BufferedReader out = process.inputReader();
        Socket client = new Socket("127.0.0.1", port(out.readLine()))) {
      InputStream answer = begin(client);
      assertEquals("GET /large.bin 200 OK", out.readLine());
      process.toHandle().destroy(); // Process.destroy would close the output, too
      assertEquals("ending: downloads may go on for 30 s", out.readLine());
      assertTrue(answer.readAllBytes().length >= RunningFileServer.LARGE);
      assertEquals("ended: all requests were answered", out.readLine());
      assertEquals(128 + 15, process.waitFor());
    } finally {
      process.destroyForcibly();
    }
  }

  private static Process start(Path root) throws IOException {
    List<String> command =
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-cp",
            System.getProperty("java.class.path"),
            FileServer.class.getName(),
            "--port",
            "0",
            "--grace",
            "30",
            root.toString());
    return new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
  }

  private static int port(String line) {
    assertTrue(line.startsWith("serving "), line);
    return Integer.parseInt(line.replaceFirst(".*:([0-9]+)/$", "$1"));
  }
}
