/**
 * The workloads with tascalate-javaflow. Its Maven plugin rewrites this module's classes after
 * their compilation: the methods marked {@code @continuable} and no others. Ints leave a coroutine
 * through a field, so that none is boxed, and suspension is called where it is needed rather than
 * in a method of its own, as each suspended method is entered anew when a coroutine goes on.
 */
package dev.respool.benchmarks.javaflow;
