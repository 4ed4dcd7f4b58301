/**
 * What do we change?
 *
 * <p>In come a class, who of it can suspend and what holds in its methods; out comes, for each
 * method, a plan that the emitter follows to the letter, or a refusal with its reason. A plan is
 * immutable and printable. No instruction is written here.
 */
package dev.respool.compiler.plan;
