package dev.respool.compiler.plan;

import java.util.List;

/**
 * What the runtime knows a method by, and how it may be entered.
 *
 * @param slot where the runtime looks for the method; no other method of the class has it
 * @param lambdas the interface methods, by name and descriptor, whose lambdas call the method and
 *     return its result as it is
 * @param bound whether such a lambda cannot reach another method, because this one is static or
 *     private
 */
public record Entry(int slot, List<String> lambdas, boolean bound) {
  /**
   * How many slots there are, in the runtime too. A class file has constants for about half as many
   * transformed methods.
   */
  public static final int SLOTS = 1 << 14;
}
