package dev.respool.loop;

import dev.respool.inspect.WaitKind;

/** Waits until a process's pipe has taken all bytes. */
final class ProcessWrite extends ExternalWait {
  private final RunningProcess process;
  private final byte[] source;

  ProcessWrite(RunningProcess process, byte[] source) {
    this.process = process;
    this.source = source;
  }

  @Override
  void start() {
    process
        .startWrite(source)
        .whenComplete((nothing, failure) -> ended(null, 0, Failures.ofStage(failure)));
  }

  @Override
  WaitKind kind() {
    return WaitKind.PROCESS;
  }

  @Override
  public String toString() {
    return "RunningProcess.write to " + process;
  }
}
