package dev.respool.loop;

import dev.respool.inspect.WaitKind;
import java.util.List;

/** Starts a process on another thread. */
final class ProcessStart extends ExternalWait {
  private final ProcessBuilder builder;
  private final List<String> command;

  ProcessStart(ProcessBuilder builder) {
    this.builder = builder;
    this.command = List.copyOf(builder.command());
  }

  @Override
  void start() {
    WorkerThreads.call(() -> new RunningProcess(builder.start(), command))
        .whenComplete((process, failure) -> ended(process, 0, failure));
  }

  @Override
  void discard(Object value) {
    if (value instanceof RunningProcess unwanted) {
      unwanted.close();
    }
  }

  @Override
  WaitKind kind() {
    return WaitKind.PROCESS;
  }

  @Override
  public String toString() {
    return "Processes.start of " + command;
  }
}
