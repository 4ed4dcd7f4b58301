package dev.respool.compiler.plan;

/**
 * A monitor that is held at a suspension point.
 *
 * @param enter index of the {@code monitorenter} in the original method
 * @param local the slot that keeps its object for the exit
 */
public record HeldMonitor(int enter, int local) {}
