/**
 * One construct of the language a class: plain Java with probes, entered at {@code run}. A target
 * keeps nothing in static fields, does the same in every run, and hits no probe in the arguments of
 * {@code super(...)}, a static initialiser or a synchronized block.
 */
package dev.respool.it.targets;
