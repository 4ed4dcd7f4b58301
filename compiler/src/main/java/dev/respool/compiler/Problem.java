package dev.respool.compiler;

import dev.respool.compiler.plan.Refusal;
import java.util.List;

/**
 * A mistake in a program that would show only when it suspends.
 *
 * @param location such as {@code com.acme.Pump.drain(Pump.java:41)}
 * @param what what is wrong
 * @param remedy what to do
 * @param path the calls from there to the method that suspends; empty if {@code what} names them
 */
public record Problem(String location, String what, String remedy, List<String> path) {
  /** A method that should suspend and cannot. */
  static Problem of(Refusal refusal) {
    return new Problem(refusal.location(), refusal.what(), refusal.reason().remedy(), List.of());
  }

  /**
   * All of it.
   *
   * @return one line
   */
  public String message() {
    String calls = path.isEmpty() ? "" : " (" + String.join(" -> ", path) + ")";
    return location + ": " + what + calls + "; " + remedy;
  }
}
