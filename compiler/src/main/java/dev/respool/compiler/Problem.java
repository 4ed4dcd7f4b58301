package dev.respool.compiler;

import java.util.List;

/**
 * A mistake in a program that would show only when it suspends.
 *
 * @param location such as {@code com.acme.Pump.drain(Pump.java:41)}
 * @param what what is wrong
 * @param remedy what to do
 * @param path the calls from there to the method that suspends
 */
public record Problem(String location, String what, String remedy, List<String> path) {
  /**
   * All of it.
   *
   * @return one line
   */
  public String message() {
    return location + ": " + what + " (" + String.join(" -> ", path) + "); " + remedy;
  }
}
