package dev.respool.examples.http;

import dev.respool.Coroutine;
import dev.respool.Suspendable;
import dev.respool.loop.EventLoop;
import dev.respool.loop.Semaphore;
import dev.respool.loop.Task;
import dev.respool.loop.Tasks;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Downloads many files at once with a number of coroutines on one thread, and compares size and
 * SHA-256 of each with what it should be.
 *
 * <p>The files to download come from one coroutine that all downloaders resume: whoever is free
 * takes the next.
 */
public final class HttpDownloader {
  /** A server's backlog holds some 50 clients; the system lets more wait for a second or longer. */
  private static final int CONNECTING_AT_ONCE = 32;

  private final InetSocketAddress server;
  private final boolean keepAlive;
  private final Semaphore connecting = new Semaphore(CONNECTING_AT_ONCE);
  private final DownloadReport report = new DownloadReport();

  /**
   * A downloader that has done nothing yet.
   *
   * @param server where the files are
   * @param keepAlive whether each coroutine keeps its connection for its next file
   */
  public HttpDownloader(InetSocketAddress server, boolean keepAlive) {
    this.server = server;
    this.keepAlive = keepAlive;
  }

  /**
   * Downloads what {@link HttpFileServer} serves from a directory on this machine.
   *
   * @param args the directory; the number of coroutines, if not 100; the port, if not 8080; {@code
   *     close} to make a new connection for each file
   * @throws IOException if the directory cannot be read
   */
  public static void main(String[] args) throws IOException {
    if (args.length == 0) {
      System.err.println("usage: HttpDownloader directory [coroutines] [port] [close]");
      System.exit(2);
    }
    int coroutines = args.length > 1 ? Integer.parseInt(args[1]) : 100;
    int port = args.length > 2 ? Integer.parseInt(args[2]) : 8080;
    boolean keepAlive = args.length < 4 || !args[3].equals("close");
    InetSocketAddress server = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
    HttpDownloader downloader = new HttpDownloader(server, keepAlive);
    boolean complete = downloader.run(expect(Path.of(args[0])), coroutines, System.out);
    System.exit(complete ? 0 : 1);
  }

  boolean run(List<ExpectedFile> files, int coroutines, PrintStream out) {
    long start = System.nanoTime();
    Coroutine<Object, ExpectedFile> jobs = Coroutine.create(ignored -> yieldAll(files));
    EventLoop.run(() -> download(jobs, coroutines));
    report.print(System.nanoTime() - start, out);
    return report.failures().isEmpty() && report.files() == files.size();
  }

  private static List<ExpectedFile> expect(Path root) throws IOException {
    List<ExpectedFile> files = new ArrayList<>();
    try (Stream<Path> tree = Files.walk(root)) {
      for (Path file : tree.filter(Files::isRegularFile).toList()) {
        files.add(ExpectedFile.of(root, file));
      }
    }
    return files;
  }

  @Suspendable
  private static ExpectedFile yieldAll(List<ExpectedFile> files) {
    for (ExpectedFile file : files) {
      Coroutine.yield(file);
    }
    return null;
  }

  /**
   * Downloads everything that a coroutine yields.
   *
   * @param jobs yields the files and returns null at the end
   * @param coroutines how many download at once
   */
  @Suspendable
  public void download(Coroutine<Object, ExpectedFile> jobs, int coroutines) {
    List<Task<Void>> downloaders = new ArrayList<>();
    for (int i = 0; i < coroutines; i++) {
      downloaders.add(Tasks.async(() -> download(jobs)));
    }
    for (Task<Void> downloader : downloaders) {
      downloader.await();
    }
  }

  /**
   * What was downloaded so far.
   *
   * @return the numbers; they grow while the loop runs
   */
  public DownloadReport report() {
    return report;
  }

  /** One downloader. */
  @Suspendable
  private void download(Coroutine<Object, ExpectedFile> jobs) {
    ExpectedFile file = next(jobs);
    while (file != null) {
      try (HttpClient client = connect()) {
        do {
          verify(client, file);
          file = next(jobs);
        } while (file != null && keepAlive);
      } catch (IOException e) {
        report.failed(file, e.toString());
        file = next(jobs);
      }
    }
  }

  private static ExpectedFile next(Coroutine<Object, ExpectedFile> jobs) {
    return jobs.isDone() ? null : jobs.resume();
  }

  @Suspendable
  private HttpClient connect() throws IOException {
    connecting.acquire();
    try {
      return HttpClient.connect(server);
    } finally {
      connecting.release();
    }
  }

  @Suspendable
  private void verify(HttpClient client, ExpectedFile file) throws IOException {
    MessageDigest digest = ExpectedFile.newDigest();
    report.begins();
    try {
      long size = client.get(file.url(), keepAlive, digest);
      String sha256 = ExpectedFile.hex(digest);
      if (size == file.size() && sha256.equals(file.sha256())) {
        report.verified(size);
      } else {
        report.failed(file, "got " + size + " bytes with SHA-256 " + sha256);
      }
    } finally {
      report.ends();
    }
  }
}
