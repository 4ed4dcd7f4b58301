/**
 * What holds before each instruction?
 *
 * <p>In comes the code of one method; out come pure functions of it: control flow, types, live
 * locals and held monitors, each by the index of an instruction. Nothing here knows what suspends
 * or what will be changed.
 */
package dev.respool.compiler.analysis;
