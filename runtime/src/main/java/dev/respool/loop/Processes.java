package dev.respool.loop;

import dev.respool.Suspendable;
import dev.respool.abi.Carrier;
import dev.respool.abi.LeafMethod;
import dev.respool.abi.Suspension;
import java.io.IOException;
import java.util.Objects;

/**
 * Starts processes of the operating system. Daemon threads wait for them and for their pipes, one
 * for each call that waits. The tasks go on in their loop.
 */
public final class Processes {
  private static final LeafMethod START =
      LeafMethod.of("start", "(Ljava/lang/ProcessBuilder;)Ldev/respool/loop/RunningProcess;");
  private static final LeafMethod RUN =
      LeafMethod.of("run", "(Ljava/lang/ProcessBuilder;)Ldev/respool/loop/ProcessResult;");

  private Processes() {}

  /**
   * Starts a process. Close it, best with try-with-resources: a process that still runs is killed
   * then.
   *
   * @param builder the command and its surroundings; not to be changed before this returns
   * @return the process
   * @throws IOException if it cannot be started
   */
  @Suspendable
  public static RunningProcess start(ProcessBuilder builder) throws IOException {
    Carrier carrier = Suspension.enter();
    Objects.requireNonNull(builder, "Processes.start: the builder is null");
    Leaf.self("Processes.start");
    return Suspension.suspend(carrier, START, new ProcessStart(builder));
  }

  /**
   * Runs a process to its end, without input. If the calling task is cancelled, the process is
   * killed.
   *
   * @param builder the command and its surroundings; not to be changed before this returns
   * @return its exit code and all that it wrote, which is kept in memory
   * @throws IOException if it cannot be started
   */
  @Suspendable
  public static ProcessResult run(ProcessBuilder builder) throws IOException {
    Carrier carrier = Suspension.enter();
    Objects.requireNonNull(builder, "Processes.run: the builder is null");
    Leaf.self("Processes.run");
    return Suspension.suspend(carrier, RUN, new ProcessRun(builder));
  }
}
