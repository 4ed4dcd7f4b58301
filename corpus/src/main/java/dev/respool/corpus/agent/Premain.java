package dev.respool.corpus.agent;

import dev.respool.corpus.schedule.Sites;
import java.io.FileDescriptor;
import java.io.FileNotFoundException;
import java.io.FileOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.lang.instrument.Instrumentation;

/**
 * The agent's entry point: puts yields everywhere into the chosen packages, and tells at exit what
 * came of it.
 */
public final class Premain {
  private Premain() {}

  /**
   * Called by the JVM before {@code main}.
   *
   * @param argument {@code packages=…;mode=auto-entry|refuse;schedule=sites|random:SEED:N|every}
   * @param jvm the JVM's instrumentation
   */
  public static void premain(String argument, Instrumentation jvm) {
    Options options = Options.parse(argument);
    boolean refuse = options.mode() == Options.Mode.REFUSE;
    System.setProperty("dev.respool.autoEntry", String.valueOf(!refuse));
    Tally tally = new Tally();
    jvm.addTransformer(new YieldEverywhere(options, tally));
    jvm.addTransformer(new ChangedClasses(options.packages()), true);
    Sites.start(options.schedule(), refuse);
    OutputStream spare = spareOutput();
    Runtime.getRuntime().addShutdownHook(new Thread(() -> tally.print(standardOutput(spare))));
  }

  /** The process's own, not what a test may have put in its place. */
  private static PrintStream standardOutput(OutputStream spare) {
    boolean closed = !FileDescriptor.out.valid();
    return new PrintStream(closed ? spare : new FileOutputStream(FileDescriptor.out), true);
  }

  /** The standard output once more, where the system can open it, for tests that close it. */
  private static OutputStream spareOutput() {
    try {
      return new FileOutputStream("/dev/fd/1", true);
    } catch (FileNotFoundException e) {
      return new FileOutputStream(FileDescriptor.err);
    }
  }
}
