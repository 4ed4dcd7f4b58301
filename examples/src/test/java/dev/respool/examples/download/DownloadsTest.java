package dev.respool.examples.download;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.respool.examples.Output;
import dev.respool.examples.download.UnreliableServer.Asked;
import dev.respool.loop.EventLoop;
import dev.respool.loop.TestLoop;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class DownloadsTest {
  private static final int SIZE = 1_000_000;
  private static final DownloadLimits LIMITS =
      new DownloadLimits(3, 4, Duration.ofMillis(1), Duration.ofMillis(10), Duration.ofSeconds(30));

  @TempDir private Path directory;
  private UnreliableServer server;

  @BeforeEach
  void start() throws IOException {
    server = new UnreliableServer();
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private Outcome get(DownloadLimits limits) {
    List<Downloads.Job> jobs = Downloads.jobs(directory, List.of(server.uri("/file")));
    return EventLoop.run(() -> new Downloads(limits).get(jobs)).get(0);
  }

  private Outcome.Done done(Outcome outcome) {
    return assertInstanceOf(Outcome.Done.class, outcome, outcome.toString());
  }

  private void assertWhole(byte[] expected) throws IOException {
    assertArrayEquals(expected, Files.readAllBytes(directory.resolve("file")));
    try (Stream<Path> files = Files.list(directory)) {
      assertEquals(List.of(directory.resolve("file")), files.toList());
    }
  }

  @Test
  void a_file_arrives_whole() throws Exception {
    byte[] contents = server.serve(SIZE, 1);
    Outcome.Done done = done(get(LIMITS));
    assertEquals(1, done.attempts());
    assertEquals(SIZE, done.bytes());
    assertWhole(contents);
  }

  @Test
  void an_empty_file_arrives() throws Exception {
    byte[] contents = server.serve(0, 1);
    done(get(LIMITS));
    assertWhole(contents);
  }

  @Test
  void a_download_that_breaks_off_is_resumed_where_it_was() throws Exception {
    byte[] contents = server.serve(SIZE, 1);
    server.next(server.breakOff(400_000));
    server.next(server.breakOff(300_000));
    assertEquals(3, done(get(LIMITS)).attempts());
    assertWhole(contents);
    assertNull(server.asked().get(0).range());
    int before = 0;
    for (Asked asked : server.asked().subList(1, 3)) {
      assertEquals(server.tag(), asked.ifRange());
      int first = Integer.parseInt(asked.range().replaceAll("[^0-9]", ""));
      assertTrue(first > before && first <= 700_000, server.asked().toString());
      before = first;
    }
  }

  @Test
  void a_file_that_changes_between_two_attempts_comes_anew() throws Exception {
    server.serve(SIZE, 1);
    UnreliableServer.Fault breakOff = server.breakOff(400_000);
    server.next(
        exchange -> {
          breakOff.answer(exchange);
          server.serve(SIZE / 2, 2);
        });
    assertEquals(2, done(get(LIMITS)).attempts());
    assertWhole(server.serve(SIZE / 2, 2));
  }

  @Test
  void a_later_run_of_the_program_resumes_too() throws Exception {
    byte[] contents = server.serve(SIZE, 1);
    Files.write(directory.resolve("file.part"), Arrays.copyOf(contents, 123_456));
    Files.writeString(directory.resolve("file.part.version"), server.tag());
    done(get(LIMITS));
    assertWhole(contents);
    assertEquals(List.of(new Asked("bytes=123456-", server.tag())), server.asked());
  }

  @Test
  void a_part_of_which_nobody_knows_the_version_is_not_used() throws Exception {
    byte[] contents = server.serve(SIZE, 1);
    Files.write(directory.resolve("file.part"), new byte[123_456]);
    done(get(LIMITS));
    assertWhole(contents);
    assertNull(server.asked().get(0).range());
  }

  @Test
  void a_part_that_is_the_whole_needs_no_byte_more() throws Exception {
    byte[] contents = server.serve(SIZE, 1);
    Files.write(directory.resolve("file.part"), contents);
    Files.writeString(directory.resolve("file.part.version"), server.tag());
    assertEquals(1, done(get(LIMITS)).attempts());
    assertWhole(contents);
  }

  @Test
  void a_part_that_is_longer_than_the_file_is_thrown_away() throws Exception {
    byte[] contents = server.serve(SIZE, 1);
    Files.write(directory.resolve("file.part"), new byte[SIZE + 1]);
    Files.writeString(directory.resolve("file.part.version"), server.tag());
    assertEquals(2, done(get(LIMITS)).attempts());
    assertWhole(contents);
  }

  @Test
  void a_server_that_is_busy_is_asked_again_but_not_for_ever() throws Exception {
    byte[] contents = server.serve(SIZE, 1);
    for (int i = 0; i < 3; i++) {
      server.next(UnreliableServer.status(503));
    }
    assertEquals(4, done(get(LIMITS)).attempts());
    assertWhole(contents);
    for (int i = 0; i < 4; i++) {
      server.next(UnreliableServer.status(503));
    }
    Outcome.Failed failed = assertInstanceOf(Outcome.Failed.class, get(LIMITS));
    assertEquals(4, failed.attempts());
    assertEquals("the server answers with status 503", failed.why());
  }

  @Test
  void a_file_that_does_not_exist_is_asked_for_once() {
    server.next(UnreliableServer.status(404));
    Outcome.Failed failed = assertInstanceOf(Outcome.Failed.class, get(LIMITS));
    assertEquals(1, failed.attempts());
    assertEquals("the server answers with status 404", failed.why());
  }

  @Test
  void a_server_that_is_not_there_is_asked_again() throws Exception {
    int port;
    try (ServerSocket unused = new ServerSocket(0)) {
      port = unused.getLocalPort();
    }
    List<Downloads.Job> jobs =
        Downloads.jobs(directory, List.of("http://localhost:" + port + "/file"));
    Outcome outcome = EventLoop.run(() -> new Downloads(LIMITS).get(jobs)).get(0);
    assertEquals(4, assertInstanceOf(Outcome.Failed.class, outcome).attempts());
  }

  @Test
  void a_server_that_goes_silent_is_asked_again() throws Exception {
    byte[] contents = server.serve(SIZE, 1);
    server.next(server.stall(400_000));
    Duration patience = Duration.ofSeconds(3);
    DownloadLimits limits =
        new DownloadLimits(3, 4, Duration.ofMillis(1), Duration.ofMillis(1), patience);
    assertTrue(done(get(limits)).attempts() > 1);
    assertWhole(contents);
  }

  @Test
  void the_waits_between_attempts_become_longer() {
    for (int i = 0; i < 3; i++) {
      server.next(UnreliableServer.status(500));
    }
    DownloadLimits limits =
        new DownloadLimits(3, 4, Duration.ofHours(1), Duration.ofHours(3), Duration.ofSeconds(30));
    List<Downloads.Job> jobs = Downloads.jobs(directory, List.of(server.uri("/file")));
    server.serve(10, 1);
    Duration waited =
        TestLoop.run(
            1,
            () -> {
              done(new Downloads(limits).get(jobs).get(0));
              return TestLoop.current().now();
            });
    // 1, 2 and 3 hours, or as little as half of them
    assertTrue(waited.toHours() >= 3 && waited.toHours() <= 6, waited.toString());
  }

  @Test
  void a_delay_is_doubled_up_to_a_limit_and_partly_random() {
    BackOff backOff =
        new BackOff(
            new DownloadLimits(
                1, 1, Duration.ofMillis(100), Duration.ofMillis(1000), Duration.ofSeconds(1)),
            new Random(1));
    long[] full = {100, 200, 400, 800, 1000, 1000};
    for (int failures = 1; failures <= full.length; failures++) {
      for (int i = 0; i < 100; i++) {
        long millis = backOff.after(failures).toMillis();
        long most = full[failures - 1];
        assertTrue(millis >= most / 2 && millis <= most, failures + ": " + millis);
      }
    }
    assertTrue(backOff.after(1_000_000).toMillis() <= 1000);
  }

  @Test
  void as_many_files_come_at_once_as_the_limit_says() throws Exception {
    byte[] contents = server.serve(1000, 1);
    CyclicBarrier three = new CyclicBarrier(3);
    UnreliableServer.Fault whole = server.breakOff(1000);
    for (int i = 0; i < 9; i++) {
      server.next(
          exchange -> {
            three.await(30, TimeUnit.SECONDS); // none is answered before three have been asked for
            whole.answer(exchange);
          });
    }
    List<String> addresses =
        Stream.of(1, 2, 3, 4, 5, 6, 7, 8, 9).map(i -> server.uri("/" + i)).toList();
    Output out = new Output();
    assertTrue(
        new Downloads(LIMITS).run(Downloads.jobs(directory, addresses), false, out.stream()));
    assertEquals(1, out.lines().size(), out.text());
    assertTrue(out.text().startsWith("9 of 9 files, 9,000 bytes received in "), out.text());
    for (int i = 1; i <= 9; i++) {
      assertArrayEquals(contents, Files.readAllBytes(directory.resolve("" + i)));
    }
  }

  @Test
  void a_failure_has_a_line_before_the_summary() {
    server.next(UnreliableServer.status(404));
    List<Downloads.Job> jobs = Downloads.jobs(directory, List.of(server.uri("/file")));
    Output out = new Output();
    assertFalse(new Downloads(LIMITS).run(jobs, false, out.stream()));
    assertEquals(
        "FAILED " + server.uri("/file") + " after 1 attempt: the server answers with status 404",
        out.lines().get(0));
    assertTrue(out.lines().get(1).startsWith("0 of 1 files, 0 bytes"), out.text());
  }

  @Test
  void on_a_terminal_a_bar_is_drawn_and_wiped_away() {
    server.serve(SIZE, 1);
    List<Downloads.Job> jobs = Downloads.jobs(directory, List.of(server.uri("/file")));
    Output out = new Output();
    assertTrue(new Downloads(LIMITS).run(jobs, true, out.stream()));
    String text = out.text();
    assertTrue(text.startsWith("\r[.............................."), text);
    assertTrue(text.contains("] 0 of 1 files, "), text);
    assertTrue(text.matches("(?s).*\r {30,}\r1 of 1 files, 1,000,000 bytes received in .*"), text);
  }

  @Test
  void the_bar_shows_how_much_of_the_files_is_there() {
    Gauge half = new Gauge();
    half.begin(400, 1000);
    half.add(100);
    Gauge whole = new Gauge();
    whole.begin(0, 2_000_000);
    whole.add(2_000_000);
    whole.end();
    Gauge unknown = new Gauge();
    unknown.begin(0, -1);
    unknown.add(500_000);
    assertEquals(
        "[###############...............] 1 of 3 files, 2.5 MB",
        new ProgressBar(List.of(half, whole, unknown), System.out).line());
  }

  @Test
  void an_address_names_a_file_that_stays_in_the_directory() {
    for (String address :
        new String[] {
          "http://localhost/",
          "http://localhost",
          "file:///etc/passwd",
          "http://localhost/a/..",
          "http://localhost/a%2f..%5cb",
          "localhost/a"
        }) {
      assertThrows(
          IllegalArgumentException.class, () -> Downloads.jobs(directory, List.of(address)));
    }
    assertThrows(
        IllegalArgumentException.class,
        () -> Downloads.jobs(directory, List.of("http://a/1/x", "http://b/2/x?y")));
  }
}
