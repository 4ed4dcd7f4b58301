package dev.respool.it.agent;

import dev.respool.it.scenarios.lost.Forwarding;
import dev.respool.it.scenarios.lost.LostFrames;
import java.util.function.Consumer;

/** Runs both tables and prints a line for each row. */
final class LostFramesMain {
  private LostFramesMain() {}

  public static void main(String[] args) {
    LostFrames.names().forEach(name -> run(name, LostFrames::verify));
    LostFrames.wovenNames().forEach(name -> run(name, LostFrames::verify));
    Forwarding.names().forEach(name -> run(name, Forwarding::verify));
  }

  private static void run(String name, Consumer<String> verify) {
    try {
      verify.accept(name);
      System.out.println("ok " + name);
    } catch (Throwable t) {
      System.out.println("failed " + name + ": " + String.valueOf(t).replaceAll("\\s+", " "));
    }
  }
}
