/**
 * The whole proof, in the Maven profile {@code corpus}: what is verified, run and damaged, each in
 * a JVM of its own; what that records; and the page that is written from the records of both JDKs.
 */
package dev.respool.corpus.proof;
