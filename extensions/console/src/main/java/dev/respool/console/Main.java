package dev.respool.console;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Arrays;

/**
 * Starts a console, tells its address, and runs a program that does not know of it:
 *
 * <pre>{@code java -cp ... dev.respool.console.Main com.acme.Server its arguments}</pre>
 *
 * <p>The system property {@code dev.respool.console.port} names the port. Without it, the system
 * chooses one.
 */
public final class Main {
  private static final String PORT = "dev.respool.console.port";

  private Main() {}

  /**
   * Runs the program. The console is open until the process ends.
   *
   * @param arguments the name of the program's main class, then its arguments
   * @throws Exception what the program throws, or why it cannot be run
   */
  public static void main(String[] arguments) throws Exception {
    if (arguments.length == 0) {
      System.err.println(
          "usage: java -cp ... " + Main.class.getName() + " MAIN-CLASS [ARGUMENT]...");
      System.exit(2);
    }
    Method main = Class.forName(arguments[0]).getMethod("main", String[].class);
    start();
    run(main, Arrays.copyOfRange(arguments, 1, arguments.length));
  }

  private static void start() throws IOException {
    Console console = Console.builder().port(Integer.getInteger(PORT, 0)).start();
    System.out.println("The console is at " + console.address());
  }

  private static void run(Method main, String[] arguments) throws Exception {
    try {
      main.invoke(null, (Object) arguments);
    } catch (InvocationTargetException e) {
      if (e.getCause() instanceof Exception thrown) {
        throw thrown;
      }
      throw e;
    }
  }
}
