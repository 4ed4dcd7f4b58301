package dev.respool.examples.download;

import dev.respool.Suspendable;
import dev.respool.loop.EventLoop;
import dev.respool.loop.Semaphore;
import dev.respool.loop.Task;
import dev.respool.loop.Tasks;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;

/**
 * Downloads files into a directory, some at a time. A download that breaks off is resumed where it
 * was, also by the next run of the program. On a terminal a bar shows how far it is.
 */
public final class Downloads {
  /** One file to get. */
  record Job(URI uri, Path target, Gauge gauge) {}

  private final DownloadLimits limits;
  private final HttpClient client;
  private final BackOff backOff;

  /**
   * A downloader that has done nothing yet.
   *
   * @param limits how it treats the servers
   */
  public Downloads(DownloadLimits limits) {
    this.limits = limits;
    this.backOff = new BackOff(limits, new Random());
    this.client =
        HttpClient.newBuilder()
            .followRedirects(Redirect.NORMAL)
            .connectTimeout(limits.patience())
            .build();
  }

  /**
   * Downloads files.
   *
   * @param args the directory, and the addresses of the files
   * @throws IOException if the directory cannot be made
   */
  public static void main(String[] args) throws IOException {
    if (args.length < 2) {
      System.err.println("usage: Downloads DIRECTORY ADDRESS...");
      System.exit(2);
    }
    try {
      List<Job> jobs = jobs(Path.of(args[0]), List.of(args).subList(1, args.length));
      Files.createDirectories(Path.of(args[0]));
      Downloads downloads = new Downloads(DownloadLimits.defaults());
      System.exit(downloads.run(jobs, ProgressBar.isPossible(), System.out) ? 0 : 1);
    } catch (IllegalArgumentException e) {
      System.err.println("Downloads: " + e.getMessage());
      System.exit(2);
    }
  }

  /** What to get and where to put it. */
  static List<Job> jobs(Path directory, List<String> addresses) {
    List<Job> jobs = new ArrayList<>();
    Set<Path> targets = new HashSet<>();
    for (String address : addresses) {
      URI uri = URI.create(address);
      Path target = directory.resolve(fileName(uri));
      if (!targets.add(target)) {
        throw new IllegalArgumentException(
            "two files would both become " + target + ": get them into different directories");
      }
      jobs.add(new Job(uri, target, new Gauge()));
    }
    return jobs;
  }

  /** The last part of the path; it must not lead out of the directory. */
  private static String fileName(URI uri) {
    String path = uri.getPath() == null ? "" : uri.getPath();
    String name = path.substring(path.lastIndexOf('/') + 1);
    boolean http = String.valueOf(uri.getScheme()).matches("(?i)https?") && uri.getHost() != null;
    if (!http || !name.matches("[^/\\\\:\\x00]+") || name.matches("\\.\\.?")) {
      throw new IllegalArgumentException(
          "give the address of a file, such as http://localhost:8080/file, not " + uri);
    }
    return name;
  }

  /** Gets the files and prints a summary in one line, or more of them if something fails. */
  boolean run(List<Job> jobs, boolean terminal, PrintStream out) {
    long start = System.nanoTime();
    List<Outcome> outcomes = EventLoop.run(() -> get(jobs, terminal, out));
    double seconds = (System.nanoTime() - start) / 1e9;
    int done = 0;
    for (Outcome outcome : outcomes) {
      if (outcome instanceof Outcome.Failed failed) {
        String attempts = failed.attempts() == 1 ? " attempt: " : " attempts: ";
        out.println(
            "FAILED " + failed.uri() + " after " + failed.attempts() + attempts + failed.why());
      } else {
        done++;
      }
    }
    long bytes = jobs.stream().mapToLong(job -> job.gauge().received()).sum();
    out.printf(
        Locale.ROOT,
        "%d of %d files, %,d bytes received in %.1f s%n",
        done,
        jobs.size(),
        bytes,
        seconds);
    return done == jobs.size();
  }

  @Suspendable
  private List<Outcome> get(List<Job> jobs, boolean terminal, PrintStream out) {
    ProgressBar bar = new ProgressBar(jobs.stream().map(Job::gauge).toList(), out);
    Task<Void> drawing = terminal ? Tasks.async(() -> bar.run()) : null;
    try {
      return get(jobs);
    } finally {
      if (drawing != null) {
        drawing.cancel();
      }
    }
  }

  /**
   * Gets files.
   *
   * @return what has become of each, in the same order
   */
  @Suspendable
  List<Outcome> get(List<Job> jobs) {
    Semaphore slots = new Semaphore(limits.atOnce());
    List<Task<Outcome>> tasks = new ArrayList<>();
    for (Job job : jobs) {
      tasks.add(Tasks.async(() -> get(job, slots)));
    }
    List<Outcome> outcomes = new ArrayList<>();
    for (Task<Outcome> task : tasks) {
      outcomes.add(task.await());
    }
    return outcomes;
  }

  @Suspendable
  private Outcome get(Job job, Semaphore slots) {
    try {
      return new Download(client, limits, backOff, job).run(slots);
    } finally {
      job.gauge().end();
    }
  }
}
