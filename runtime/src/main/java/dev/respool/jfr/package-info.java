/**
 * Events for the JDK Flight Recorder.
 *
 * <p>What comes in: what the runtime tells its {@link dev.respool.abi.Observer}. What goes out:
 * events, and the observer itself, which is there only while an event is enabled.
 *
 * <p>{@code FlightRecording} finds out which events are enabled. {@code Recorder} makes the events
 * of what it is told, with {@code Waits} for those that last from a suspension to the resumption.
 * The other classes are the events; the file {@code respool.jfc} beside them enables all.
 *
 * <p>What never belongs here: a decision about the program. Nothing depends on this package: {@code
 * dev.respool.abi.Observation} finds it by name, and goes without it if the module {@code jdk.jfr}
 * is missing.
 */
package dev.respool.jfr;
