package dev.respool.agent.command;

import java.io.IOException;
import java.io.PrintStream;
import java.util.List;

/** Something that the jar does as a program. */
interface Command {
  /** The first word of the command line. */
  String name();

  /** What it does, in lines that each end. */
  String help();

  /**
   * Does it.
   *
   * @param arguments the words behind the name
   * @param out gets the answer
   * @return the exit status
   * @throws IllegalArgumentException if the arguments are not what it needs: says why
   * @throws dev.respool.agent.InvalidOptionException if options of the agent are among them, and
   *     cannot be understood
   * @throws IOException if something cannot be read
   */
  int run(List<String> arguments, PrintStream out) throws IOException;
}
