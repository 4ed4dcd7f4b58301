package dev.respool.examples.http;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/** What a downloader has done. Belongs to one event loop. */
public final class DownloadReport {
  private final List<String> failures = new ArrayList<>();
  private final Set<String> threads = new TreeSet<>();
  private int files;
  private long bytes;
  private int open;
  private int mostOpen;

  DownloadReport() {}

  void connectionOpened() {
    open++;
    mostOpen = Math.max(mostOpen, open);
  }

  void connectionClosed() {
    open--;
  }

  void verified(long size) {
    files++;
    bytes += size;
    threads.add(Thread.currentThread().getName());
  }

  void failed(ExpectedFile file, String why) {
    failures.add(file.url() + ": " + why);
  }

  /**
   * How many downloads had the right size and digest.
   *
   * @return files; one that was downloaded twice counts twice
   */
  public int files() {
    return files;
  }

  /**
   * How many bytes those had.
   *
   * @return bytes
   */
  public long bytes() {
    return bytes;
  }

  /**
   * How many connections are open now.
   *
   * @return connections
   */
  public int openConnections() {
    return open;
  }

  /**
   * How many connections were open at the same time.
   *
   * @return connections
   */
  public int mostOpenConnections() {
    return mostOpen;
  }

  /**
   * On which threads downloading coroutines have run.
   *
   * @return their names
   */
  public Set<String> threads() {
    return threads;
  }

  /**
   * The downloads that went wrong.
   *
   * @return the file and why
   */
  public List<String> failures() {
    return failures;
  }

  /**
   * Prints the numbers.
   *
   * @param nanos how long it took
   * @param out where to
   */
  public void print(long nanos, PrintStream out) {
    double seconds = nanos / 1e9;
    out.printf(Locale.ROOT, "  downloads    %,d, each verified by size and SHA-256%n", files);
    out.printf(Locale.ROOT, "  bytes        %,d%n", bytes);
    out.printf(Locale.ROOT, "  connections  %,d at the same time%n", mostOpen);
    out.printf(Locale.ROOT, "  threads      %d ran coroutines: %s%n", threads.size(), threads);
    out.printf(Locale.ROOT, "  time         %.2f s, %.0f MB/s%n", seconds, bytes / 1e6 / seconds);
    failures.stream().limit(10).forEach(failure -> out.println("  FAILED " + failure));
    if (failures.size() > 10) {
      out.println("  ... and " + (failures.size() - 10) + " more");
    }
  }
}
