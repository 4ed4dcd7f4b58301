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
  private int active;
  private int mostActive;

  DownloadReport() {}

  void begins() {
    active++;
    mostActive = Math.max(mostActive, active);
  }

  void ends() {
    active--;
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
   * How many downloads have begun and not ended.
   *
   * @return downloads
   */
  public int active() {
    return active;
  }

  /**
   * How many downloads were in progress at the same time.
   *
   * @return downloads
   */
  public int mostActive() {
    return mostActive;
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
    out.printf(Locale.ROOT, "  at once      %,d downloads in progress%n", mostActive);
    out.printf(Locale.ROOT, "  threads      %d ran coroutines: %s%n", threads.size(), threads);
    out.printf(Locale.ROOT, "  time         %.2f s, %.0f MB/s%n", seconds, bytes / 1e6 / seconds);
    failures.stream().limit(10).forEach(failure -> out.println("  FAILED " + failure));
    if (failures.size() > 10) {
      out.println("  ... and " + (failures.size() - 10) + " more");
    }
  }
}
