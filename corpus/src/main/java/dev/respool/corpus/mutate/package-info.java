/**
 * What does the compiler do with class files that are damaged?
 *
 * <p>In come the class files of a {@link dev.respool.corpus.verify.Subject}; each is damaged at
 * random, from a seed, and compiled. The compiler may compile it or refuse it by name; whatever
 * else happens is a failure. Nothing of it is loaded.
 */
package dev.respool.corpus.mutate;
