package dev.respool.console;

import dev.respool.inspect.InspectionTool;
import java.io.IOException;
import java.lang.System.Logger.Level;

/**
 * Lets a system property start a console: {@code -Ddev.respool.inspect.tools=console}. It listens
 * on the loopback interface until the process ends, and logs its address. {@code
 * dev.respool.console.port} names the port; without it, the system chooses one. A service provider,
 * which needs to be public.
 */
public final class ConsoleTool implements InspectionTool {
  private static final String PORT = "dev.respool.console.port";

  /** For {@link java.util.ServiceLoader}. */
  public ConsoleTool() {}

  @Override
  public String name() {
    return "console";
  }

  @Override
  public void start() throws IOException {
    Console console = Console.builder().port(Integer.getInteger(PORT, 0)).start();
    System.getLogger("dev.respool.console")
        .log(Level.INFO, "the console of this process is at " + console.address());
  }
}
