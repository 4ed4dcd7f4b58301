package dev.respool.benchmarks.load;

import dev.respool.benchmarks.fork.Told;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;

/**
 * The load generator {@code wrk}: it keeps connections open, and each asks again when it is
 * answered.
 */
final class Wrk {
  private static final String SCRIPT = "told.lua";

  private final Path script;
  private final List<String> command = new ArrayList<>();

  /**
   * @param processors where it may run, as taskset names them; anywhere if empty
   * @param threads how many of them it uses
   * @throws IOException if its script cannot be written
   */
  Wrk(String processors, int threads) throws IOException {
    script = Files.createTempFile("respool-load", ".lua");
    script.toFile().deleteOnExit();
    try (InputStream source = Wrk.class.getResourceAsStream(SCRIPT)) {
      Files.copy(source, script, StandardCopyOption.REPLACE_EXISTING);
    }
    if (!processors.isEmpty()) {
      command.addAll(List.of("taskset", "-c", processors));
    }
    command.addAll(List.of("wrk", "-t" + threads, "-s", script.toString()));
  }

  /**
   * Asks a server of this machine.
   *
   * @return what has been counted
   * @throws IllegalStateException if it cannot run, if nothing was answered, or if a request failed
   */
  Told measure(int port, int connections, int seconds) {
    Told told = ask(port, connections, seconds);
    double requests = told.one("requests");
    double failed = told.one("failed");
    if (requests == 0) {
      throw new IllegalStateException("nothing was answered");
    }
    if (failed > 0) {
      throw new IllegalStateException("%.0f of %.0f requests failed".formatted(failed, requests));
    }
    return told;
  }

  /** The same, whatever becomes of the requests: a server that is not warm may be too slow. */
  Told ask(int port, int connections, int seconds) {
    List<String> whole = new ArrayList<>(command);
    whole.addAll(
        List.of("-c" + connections, "-d" + seconds + "s", "http://127.0.0.1:" + port + "/"));
    return Told.in(run(whole));
  }

  private static String run(List<String> command) {
    try {
      Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
      String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      if (process.waitFor() != 0) {
        throw new IllegalStateException(command + " failed:\n" + output);
      }
      return output;
    } catch (IOException e) {
      throw new UncheckedIOException("cannot run wrk; is it installed?", e);
    } catch (InterruptedException e) {
      throw new IllegalStateException("interrupted while wrk ran", e);
    }
  }
}
