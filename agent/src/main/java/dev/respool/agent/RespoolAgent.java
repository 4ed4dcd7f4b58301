package dev.respool.agent;

import dev.respool.agent.inspection.InspectionCall;
import dev.respool.agent.inspection.InspectionLink;
import java.lang.instrument.Instrumentation;
import java.util.Optional;

/**
 * The agent's entry points: at the start of a JVM ({@code -javaagent}), from an executable jar
 * ({@code Launcher-Agent-Class}) or by attaching to a running JVM.
 *
 * <p>Reads the options, then registers the transformer. Options that cannot be understood stop the
 * JVM (or the attachment): nothing is registered.
 */
public final class RespoolAgent {
  private static final int INVALID_OPTION_EXIT_STATUS = 1;

  private RespoolAgent() {}

  /**
   * Called by the JVM before {@code main}.
   *
   * @param argument the text behind {@code =}, or null
   * @param jvm the JVM's instrumentation
   */
  public static void premain(String argument, Instrumentation jvm) {
    try {
      install(argument, jvm);
    } catch (InvalidOptionException invalid) {
      stop(invalid.getMessage());
    }
  }

  /** An exception from here would be told by the JVM as a fatal error of its own. */
  private static void stop(String message) {
    System.err.println(message);
    Runtime.getRuntime().halt(INVALID_OPTION_EXIT_STATUS);
  }

  /**
   * Called by the JVM when the agent comes later, or from an executable jar.
   *
   * <p>An {@link InspectionCall} asks about the event loops of the program. Then nothing is
   * instrumented that was not before.
   *
   * <p>Classes that are loaded already cannot get new methods or interfaces any more: those that
   * would have been transformed are reported.
   *
   * @param argument the options, or null, or a call
   * @param jvm the JVM's instrumentation
   */
  public static void agentmain(String argument, Instrumentation jvm) {
    Optional<InspectionCall> call = InspectionCall.parse(argument);
    if (call.isPresent()) {
      InspectionLink.open(call.get(), jvm);
    } else {
      install(argument, jvm);
    }
  }

  private static void install(String argument, Instrumentation jvm) {
    AgentOptions options = AgentOptions.parse(argument, Debugger.isExpected(jvm));
    Refusals.excluding(options.exclude());
    Report report = Report.toStandardError(options);
    ClassTransformer transformer = new ClassTransformer(options, report, jvm);
    jvm.addTransformer(transformer, jvm.isRetransformClassesSupported());
    for (Class<?> loaded : jvm.getAllLoadedClasses()) {
      transformer.tooLateFor(loaded);
    }
  }
}
