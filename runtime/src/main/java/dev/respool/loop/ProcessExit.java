package dev.respool.loop;

import dev.respool.inspect.WaitKind;

/** Waits for the end of a process, and kills it if the task is cancelled. */
final class ProcessExit extends ExternalWait {
  private final RunningProcess process;

  ProcessExit(RunningProcess process) {
    this.process = process;
  }

  @Override
  void start() {
    process
        .process()
        .onExit()
        .whenComplete(
            (exited, failure) -> ended(null, failure == null ? exited.exitValue() : 0, failure));
  }

  @Override
  void abandon() {
    process.close();
  }

  @Override
  WaitKind kind() {
    return WaitKind.PROCESS;
  }

  @Override
  public String toString() {
    return "RunningProcess.exitCode of " + process;
  }
}
