package dev.respool.loop;

import dev.respool.inspect.WaitKind;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** Runs a process to its end on other threads: one for each of its outputs. */
final class ProcessRun extends ExternalWait {
  private final ProcessBuilder builder;
  private final List<String> command;
  private Process process; // null until it has started
  private boolean unwanted;

  ProcessRun(ProcessBuilder builder) {
    this.builder = builder;
    this.command = List.copyOf(builder.command());
  }

  @Override
  void start() {
    WorkerThreads.call(this::run).whenComplete((result, failure) -> ended(result, 0, failure));
  }

  private ProcessResult run() throws Exception {
    Process started = builder.start();
    started(started);
    started.getOutputStream().close();
    CompletableFuture<byte[]> errors =
        WorkerThreads.call(() -> started.getErrorStream().readAllBytes());
    byte[] output = started.getInputStream().readAllBytes();
    return new ProcessResult(started.waitFor(), output, errors.get());
  }

  private synchronized void started(Process started) {
    process = started;
    if (unwanted) {
      process.destroyForcibly();
    }
  }

  @Override
  synchronized void abandon() {
    unwanted = true;
    if (process != null) {
      process.destroyForcibly();
    }
  }

  @Override
  WaitKind kind() {
    return WaitKind.PROCESS;
  }

  @Override
  public String toString() {
    return "Processes.run of " + command;
  }
}
