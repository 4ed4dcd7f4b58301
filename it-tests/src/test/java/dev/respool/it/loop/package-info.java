/**
 * Does the event loop keep its promises to transformed code? Each test class holds programs, which
 * the compiler transforms and the verifying loader defines, beside what is expected of them.
 */
package dev.respool.it.loop;
