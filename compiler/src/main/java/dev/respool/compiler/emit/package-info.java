/**
 * Which instructions say so?
 *
 * <p>In comes a plan and the original method; out come the two bodies and the synthetic methods
 * that go with them. The emitter changes everything and decides nothing: whatever depends on what a
 * method does stands in the plan.
 */
package dev.respool.compiler.emit;
