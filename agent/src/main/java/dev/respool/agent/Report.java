package dev.respool.agent;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Tells the user, once, what was done and what could not be done, and remembers the latter in
 * {@link Refusals}.
 *
 * <p>Under {@code strict=true} the first problem ends the JVM with status {@value
 * #STRICT_EXIT_STATUS}. An exception would not do: the JVM discards whatever a transformer throws.
 * Nor would {@code System.exit}: shutdown hooks may need the class that is being defined.
 *
 * <p>Writes to the process's standard error, not to {@code System.err}: another thread may hold
 * that stream's lock while it waits for a class that this thread defines.
 */
final class Report {
  static final int STRICT_EXIT_STATUS = 70;

  private final Set<String> told = ConcurrentHashMap.newKeySet();
  private final PrintStream out;
  private final boolean verbose;
  private final Runnable afterProblem;

  /**
   * @param afterProblem runs after every problem that was told: what strictness asks for
   */
  Report(PrintStream out, boolean verbose, Runnable afterProblem) {
    this.out = out;
    this.verbose = verbose;
    this.afterProblem = afterProblem;
  }

  static Report toStandardError(AgentOptions options) {
    PrintStream err = new PrintStream(new FileOutputStream(FileDescriptor.err), true);
    return new Report(err, options.verbose(), new Strictness(options.strict(), err));
  }

  private record Strictness(boolean strict, PrintStream err) implements Runnable {
    @Override
    public void run() {
      if (strict) {
        err.println("respool: strict=true: the JVM ends here with status " + STRICT_EXIT_STATUS);
        Runtime.getRuntime().halt(STRICT_EXIT_STATUS);
      }
    }
  }

  /** A line that only {@code verbose=true} shows. */
  void detail(String className, String what) {
    if (verbose) {
      out.println("respool: " + className + ": " + what);
    }
  }

  /** A method was left as it was. */
  void refused(String className, Outcome.Refused refused) {
    Refusals.ofMethod(className, methodOf(refused.location()), refused.message());
    problem(refused.message());
  }

  /** A whole class was left as it was. */
  void refused(String className, String why, String remedy) {
    Refusals.ofClass(className, why + "; " + remedy);
    problem(className + ": " + why + "; " + remedy);
  }

  /** The transformer itself failed at a class; that is a defect, so the stack trace is shown. */
  void failed(String className, Throwable failure, String remedy) {
    refused(className, "Respool failed to transform it (" + failure + ")", remedy);
    failure.printStackTrace(out);
  }

  /** Something is likely to go wrong in the program; strictness does not mind. */
  void warning(String text) {
    if (told.add(text)) {
      out.println("respool: warning: " + text);
    }
  }

  /** Something went wrong that leaves every class as it should be. */
  void problem(String text) {
    if (told.add(text)) {
      out.println("respool: " + text);
      afterProblem.run();
    }
  }

  /** From {@code com.acme.Pump.drain(Pump.java:41)} to {@code drain}. */
  private static String methodOf(String location) {
    int parenthesis = location.indexOf('(');
    String name = parenthesis < 0 ? location : location.substring(0, parenthesis);
    return name.substring(name.lastIndexOf('.') + 1);
  }
}
