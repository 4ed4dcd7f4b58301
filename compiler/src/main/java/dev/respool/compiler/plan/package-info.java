/**
 * What do we change?
 *
 * <p>The planner takes a class, its suspendable methods and what holds in them. For each method it
 * returns a plan, or a refusal with its reason. The emitter follows a plan to the letter. A plan is
 * immutable and printable. No instruction is written here.
 */
package dev.respool.compiler.plan;
