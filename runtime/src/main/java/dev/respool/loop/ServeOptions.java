package dev.respool.loop;

import java.time.Duration;
import java.util.Objects;
import java.util.function.BiConsumer;

/**
 * The limits of a server, and what it does with failures. Begin with {@link #defaults}:
 *
 * <pre>{@code
 * ServeOptions options = ServeOptions.defaults()
 *     .withMaxConnections(1_000)
 *     .withIdleTimeout(Duration.ofSeconds(30));
 * }</pre>
 *
 * @param maxConnections how many connections are open at once, at least 1. Further clients wait in
 *     the system's backlog. The default is 10,000.
 * @param idleTimeout of each connection, see {@link StreamConnection#setIdleTimeout}. Zero, the
 *     default, is no limit.
 * @param maxLifetime how long a connection may be open. After that time its handler's task is
 *     cancelled. Zero, the default, is no limit.
 * @param gracePeriod how long the handlers may go on after the server was closed, before their
 *     tasks are cancelled. The default is 30 seconds. Zero cancels them at once.
 * @param failureHandler gets the connection and what its handler threw. It runs on the loop's
 *     thread and must not block. What it throws ends the server. The default logs a warning with
 *     {@link System.Logger} {@code dev.respool}. If the client has broken the connection, it logs
 *     at level DEBUG instead.
 */
public record ServeOptions(
    int maxConnections,
    Duration idleTimeout,
    Duration maxLifetime,
    Duration gracePeriod,
    BiConsumer<? super StreamConnection, ? super Throwable> failureHandler) {
  private static final ServeOptions DEFAULTS =
      new ServeOptions(
          10_000, Duration.ZERO, Duration.ZERO, Duration.ofSeconds(30), ServeOptions::log);

  /**
   * Checks the ranges.
   *
   * @param maxConnections at least 1
   * @param idleTimeout not negative
   * @param maxLifetime not negative
   * @param gracePeriod not negative
   * @param failureHandler not null
   */
  public ServeOptions {
    if (maxConnections < 1) {
      throw new IllegalArgumentException(
          "the maximum of connections is less than 1: " + maxConnections);
    }
    requireNotNegative("idle timeout", idleTimeout);
    requireNotNegative("maximal lifetime", maxLifetime);
    requireNotNegative("grace period", gracePeriod);
    Objects.requireNonNull(failureHandler, "the failure handler is null");
  }

  private static void requireNotNegative(String what, Duration duration) {
    if (duration.isNegative()) {
      throw new IllegalArgumentException("the " + what + " is negative: " + duration);
    }
  }

  private static void log(StreamConnection connection, Throwable failure) {
    if (connection.bytes().hasCaused(failure)) {
      Warnings.detail(connection + " is broken", failure); // clients do that all the time
    } else {
      Warnings.log("the handler of " + connection + " failed", failure);
    }
  }

  /**
   * The options of a server that was given none.
   *
   * @return the options
   */
  public static ServeOptions defaults() {
    return DEFAULTS;
  }

  /**
   * Limits the connections.
   *
   * @param max see {@link #maxConnections}
   * @return the options with that change
   */
  public ServeOptions withMaxConnections(int max) {
    return new ServeOptions(max, idleTimeout, maxLifetime, gracePeriod, failureHandler);
  }

  /**
   * Limits the wait for a client.
   *
   * @param timeout see {@link #idleTimeout}
   * @return the options with that change
   */
  public ServeOptions withIdleTimeout(Duration timeout) {
    return new ServeOptions(maxConnections, timeout, maxLifetime, gracePeriod, failureHandler);
  }

  /**
   * Limits the lifetime of a connection.
   *
   * @param max see {@link #maxLifetime}
   * @return the options with that change
   */
  public ServeOptions withMaxLifetime(Duration max) {
    return new ServeOptions(maxConnections, idleTimeout, max, gracePeriod, failureHandler);
  }

  /**
   * Limits the end.
   *
   * @param period see {@link #gracePeriod}
   * @return the options with that change
   */
  public ServeOptions withGracePeriod(Duration period) {
    return new ServeOptions(maxConnections, idleTimeout, maxLifetime, period, failureHandler);
  }

  /**
   * Takes care of failures.
   *
   * @param handler see {@link #failureHandler}
   * @return the options with that change
   */
  public ServeOptions withFailureHandler(
      BiConsumer<? super StreamConnection, ? super Throwable> handler) {
    return new ServeOptions(maxConnections, idleTimeout, maxLifetime, gracePeriod, handler);
  }
}
