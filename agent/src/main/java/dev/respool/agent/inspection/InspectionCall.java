package dev.respool.agent.inspection;

import java.util.Optional;

/**
 * The argument with which the agent is loaded to answer questions, and not to instrument.
 *
 * @param port where the asking JVM listens, on this machine
 * @param token proves to it that the one who connects is the one that it has attached to
 */
public record InspectionCall(int port, String token) {
  private static final String START = "inspect:";

  /**
   * Reads an argument of the agent.
   *
   * @param argument may be null
   * @return empty if it is something else, such as options
   */
  public static Optional<InspectionCall> parse(String argument) {
    if (argument == null || !argument.startsWith(START)) {
      return Optional.empty();
    }
    String[] words = argument.substring(START.length()).split(":", 2);
    return Optional.of(new InspectionCall(Integer.parseInt(words[0]), words[1]));
  }

  /** As the argument of the agent. */
  @Override
  public String toString() {
    return START + port + ":" + token;
  }
}
