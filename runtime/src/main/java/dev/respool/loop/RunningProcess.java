package dev.respool.loop;

import dev.respool.Suspendable;
import dev.respool.abi.Carrier;
import dev.respool.abi.LeafMethod;
import dev.respool.abi.Suspension;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/**
 * A process that has been started. Its tasks must be of one loop.
 *
 * <p>A process whose output nobody reads stops when the pipe is full. So read both outputs, or let
 * the {@link ProcessBuilder} redirect what you do not need.
 */
public final class RunningProcess implements AutoCloseable {
  private static final LeafMethod WRITE = LeafMethod.of("write", "([B)V");
  private static final LeafMethod EXIT_CODE = LeafMethod.of("exitCode", "()I");

  private final Process process;
  private final String name;
  private final ProcessOutput output;
  private final ProcessOutput errors;
  private CompletableFuture<Void> lastWrite = CompletableFuture.completedFuture(null);

  RunningProcess(Process process, List<String> command) {
    this.process = process;
    this.name = "the process " + process.pid() + " " + command;
    this.output = new ProcessOutput(process.getInputStream(), "the output of " + name);
    this.errors = new ProcessOutput(process.getErrorStream(), "the errors of " + name);
  }

  /**
   * What it writes to its standard output.
   *
   * @return the pipe
   */
  public ProcessOutput output() {
    return output;
  }

  /**
   * What it writes to its standard error.
   *
   * @return the pipe
   */
  public ProcessOutput errors() {
    return errors;
  }

  /**
   * Writes to its standard input; waits until the pipe has taken everything. If the calling task is
   * cancelled, the bytes are written all the same, before those of the next call.
   *
   * @param source the bytes; not to be changed before this returns
   * @throws IOException if the process has ended or does not read any more
   */
  @Suspendable
  public void write(byte[] source) throws IOException {
    Carrier carrier = Suspension.enter();
    Leaf.self("RunningProcess.write");
    Suspension.suspend(carrier, WRITE, new ProcessWrite(this, source));
  }

  /** Writes after what is being written, and gives the future of it. */
  CompletableFuture<Void> startWrite(byte[] source) {
    OutputStream pipe = process.getOutputStream();
    return next(
        () -> {
          pipe.write(source);
          pipe.flush();
        });
  }

  /** Ends its standard input, after what is being written. It does not wait. */
  public void closeInput() {
    next(process.getOutputStream()::close);
  }

  private CompletableFuture<Void> next(PipeAction action) {
    lastWrite =
        lastWrite.handleAsync(
            (nothing, earlier) -> { // a failure is the earlier writer's
              action.run();
              return null;
            },
            WorkerThreads.WAITING);
    return lastWrite;
  }

  /** Something that may block. */
  private interface PipeAction {
    void perform() throws IOException;

    default void run() {
      try {
        perform();
      } catch (IOException e) {
        throw new CompletionException(e);
      }
    }
  }

  /**
   * Waits for its end. If the calling task is cancelled, the process is killed.
   *
   * @return its exit code, see {@link ProcessResult#exitCode}
   */
  @Suspendable
  public int exitCode() {
    Carrier carrier = Suspension.enter();
    Leaf.self("RunningProcess.exitCode");
    if (!process.isAlive()) {
      return process.exitValue();
    }
    Suspension.suspend(carrier, EXIT_CODE, new ProcessExit(this));
    return 0;
  }

  Process process() {
    return process;
  }

  /**
   * Whether it runs.
   *
   * @return false after its end
   */
  public boolean isAlive() {
    return process.isAlive();
  }

  /** Kills the process if it still runs. Any thread may call it. */
  @Override
  public void close() {
    process.destroyForcibly();
  }

  @Override
  public String toString() {
    return name;
  }
}
