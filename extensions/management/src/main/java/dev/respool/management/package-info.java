/**
 * What the management tools of a JVM see of event loops and coroutines.
 *
 * <p>{@link dev.respool.management.RespoolManagement#register} makes {@link
 * dev.respool.management.RespoolMXBean} known to the platform's MBean server, for {@code jconsole}
 * and its like. {@link dev.respool.management.RespoolMetrics} binds meters to a registry of
 * Micrometer, if that is on the class path.
 *
 * <p>All of it stands on {@code dev.respool.inspect}. What never belongs here: how a loop is read.
 */
package dev.respool.management;
