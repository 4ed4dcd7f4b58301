/**
 * The workloads with Quasar. Its weaver rewrites this module's classes after their compilation: the
 * methods that declare {@code throws SuspendExecution} and no others. Ints leave a coroutine
 * through a field, so that none is boxed, and suspension is called where it is needed rather than
 * in a method of its own, as each suspended method is entered anew when a coroutine goes on. Fibers
 * run on the calling thread, by a scheduler whose executor runs or queues what it is given.
 */
package dev.respool.benchmarks.quasar;
