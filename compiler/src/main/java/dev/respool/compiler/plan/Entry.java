package dev.respool.compiler.plan;

import java.util.List;

/**
 * What the runtime knows a method by, and how it may be entered.
 *
 * @param hash no other method of the class has it
 * @param lambdas the interface methods, by name and descriptor, whose lambdas call the method and
 *     return its result as it is
 * @param bound whether such a lambda cannot reach another method, because this one is static or
 *     private
 */
public record Entry(int hash, List<String> lambdas, boolean bound) {}
