/**
 * Does transformed code do what plain Java does? Class files come in, traces of them running plain,
 * never suspended, always suspended and suspended at seeded points come out, and every class on the
 * way is verified.
 *
 * <p>What a construct of the language looks like never belongs here: that is the targets' business.
 */
package dev.respool.it.harness;
