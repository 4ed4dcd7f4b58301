/**
 * The workloads with offbynull's coroutines. Its instrumenter rewrites this module's classes after
 * their compilation: the methods that have a parameter of the type {@code Continuation} and no
 * others. Ints leave a coroutine through a field, so that none is boxed, and suspension is called
 * where it is needed rather than in a method of its own, as each suspended method is entered anew
 * when a coroutine goes on.
 */
package dev.respool.benchmarks.offbynull;
