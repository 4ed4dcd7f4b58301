/**
 * Is what the compiler makes of a class a class that every JVM accepts?
 *
 * <p>In comes a {@link dev.respool.corpus.verify.Subject}, the class files of jars or of the
 * running JDK; each is transformed as if all methods were suspendable and given to every {@link
 * dev.respool.corpus.verify.Check}; out goes a {@link dev.respool.corpus.report.Tally}. Classes are
 * loaded to be verified, never initialised.
 */
package dev.respool.corpus.verify;
