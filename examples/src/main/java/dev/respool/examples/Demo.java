package dev.respool.examples;

import dev.respool.Coroutine;
import dev.respool.Suspendable;
import dev.respool.SuspendedFrame;
import dev.respool.examples.http.DownloadReport;
import dev.respool.examples.http.ExpectedFile;
import dev.respool.examples.http.HttpDownloader;
import dev.respool.examples.http.HttpFileServer;
import dev.respool.loop.EventLoop;
import dev.respool.loop.Tasks;
import dev.respool.loop.TcpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/**
 * The main job on real input: an HTTP server and 1,000 downloading coroutines share one event loop,
 * so one thread; every file that arrives is verified by its digest.
 *
 * <p>What to download comes from one more coroutine, which walks the tree of files over and over.
 * While the downloads are in progress, its frames are looked into.
 */
public final class Demo {
  private static final int COROUTINES = 1000;
  private static final int ROUNDS = 20;
  private static final String HOLD = "--hold";

  private final int coroutines;
  private final int rounds;
  private final PrintStream out;

  Demo(int coroutines, int rounds, PrintStream out) {
    this.coroutines = coroutines;
    this.rounds = rounds;
    this.out = out;
  }

  /**
   * Runs the demo; the exit code is 0 only if every byte arrived and was verified.
   *
   * @param args {@code --hold} runs it again and again, so that there is something to look at;
   *     otherwise none
   * @throws IOException if the files cannot be made or the server cannot listen
   */
  public static void main(String[] args) throws IOException {
    boolean complete;
    do {
      complete = new Demo(COROUTINES, ROUNDS, System.out).run();
    } while (complete && List.of(args).contains(HOLD));
    System.exit(complete ? 0 : 1);
  }

  boolean run() throws IOException {
    try (SampleFiles files = SampleFiles.create()) {
      print("Files        %,d in %s, %,d bytes", SampleFiles.COUNT, files.root(), files.bytes());
      try (TcpServer socket = HttpFileServer.listen(0)) {
        print("Server       http://localhost:%d/", socket.localAddress().getPort());
        print("Downloaders  %,d coroutines, in one event loop with the server and its", coroutines);
        print("             coroutine for each client");
        return downloadAll(files, socket);
      }
    }
  }

  private boolean downloadAll(SampleFiles files, TcpServer socket) throws IOException {
    PrintStream quiet = new PrintStream(OutputStream.nullOutputStream());
    HttpFileServer server = new HttpFileServer(files.root(), quiet);
    HttpDownloader downloader = new HttpDownloader(socket.localAddress(), true);
    DownloadReport report = downloader.report();
    Coroutine<Object, ExpectedFile> jobs = Coroutine.create(ignored -> jobs(files));
    long start = System.nanoTime();
    EventLoop.run(
        () -> {
          Tasks.async(() -> server.serve(socket));
          Tasks.async(() -> lookInto(jobs, report));
          downloader.download(jobs, coroutines);
          socket.close();
        });
    long nanos = System.nanoTime() - start;
    out.println();
    out.println("Result");
    report.print(nanos, out);
    print("               files were read for them by: %s", helperThreads());
    return verdict(report, files);
  }

  /** Yields every file in every round. */
  @Suspendable
  private ExpectedFile jobs(SampleFiles files) throws IOException {
    for (int round = 1; round <= rounds; round++) {
      walk(files, files.root(), 0);
    }
    return null;
  }

  @Suspendable
  private static void walk(SampleFiles files, Path directory, int depth) throws IOException {
    List<Path> entries = TreeWalk.entries(directory);
    for (int i = 0; i < entries.size(); i++) {
      Path entry = entries.get(i);
      if (Files.isDirectory(entry)) {
        walk(files, entry, depth + 1);
      } else {
        Coroutine.yield(files.expected(entry));
      }
    }
  }

  /** Waits until a quarter of the downloads is done, then shows where the walk stands. */
  @Suspendable
  private void lookInto(Coroutine<Object, ExpectedFile> jobs, DownloadReport report) {
    while (report.files() < rounds * SampleFiles.COUNT / 4 && !jobs.isDone()) {
      Tasks.sleep(Duration.ofMillis(1));
    }
    out.println();
    print(
        "A suspended coroutine, looked into after %,d downloads, with %,d in progress:",
        report.files(), report.active());
    for (SuspendedFrame frame : jobs.frames()) {
      print(
          "  at %s.%s(%s:%d)",
          frame.className(), frame.methodName(), frame.fileName(), frame.line());
      for (SuspendedFrame.LocalValue local : frame.locals()) {
        print("       %-10s = %s", local.name(), shortened(local.value()));
      }
    }
  }

  private static String shortened(Object value) {
    String text = String.valueOf(value);
    return text.length() <= 70 ? text : text.substring(0, 67) + "...";
  }

  private static List<String> helperThreads() {
    return Thread.getAllStackTraces().keySet().stream()
        .map(Thread::getName)
        .filter(name -> name.startsWith("respool-"))
        .sorted()
        .toList();
  }

  private boolean verdict(DownloadReport report, SampleFiles files) {
    boolean complete =
        report.failures().isEmpty()
            && report.files() == rounds * SampleFiles.COUNT
            && report.bytes() == rounds * files.bytes();
    out.println();
    out.println(complete ? "Every byte arrived and was verified." : "NOT EVERYTHING ARRIVED.");
    return complete;
  }

  private void print(String format, Object... values) {
    out.println(String.format(Locale.ROOT, format, values));
  }
}
