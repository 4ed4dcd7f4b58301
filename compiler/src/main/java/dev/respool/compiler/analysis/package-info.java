/**
 * What holds before each instruction?
 *
 * <p>This package takes the code of one method. It computes control flow, types, live locals and
 * held monitors, each by the index of an instruction. All are pure functions of the method. Nothing
 * here knows what suspends or what will be changed.
 */
package dev.respool.compiler.analysis;
