/**
 * Which instructions do what the plan says?
 *
 * <p>The emitter takes a plan and the original method. It writes the two bodies and the synthetic
 * methods that go with them. It changes everything and decides nothing: whatever depends on what a
 * method does is in the plan.
 */
package dev.respool.compiler.emit;
