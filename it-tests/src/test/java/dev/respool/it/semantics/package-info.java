/**
 * What coroutines and generators mean, tested through the public API in code that the compiler
 * transformed.
 */
package dev.respool.it.semantics;
