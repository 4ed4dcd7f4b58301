package dev.respool.agent;

import dev.respool.compiler.plan.Monitors;
import dev.respool.compiler.suspendable.Patterns;
import java.io.IOException;
import java.nio.file.Path;

/**
 * The caches in one directory, one for each set of options that class loaders give their compiler.
 */
final class ClassCaches {
  private final Path directory;
  private final String agent;
  private final Report report;

  private ClassCaches(Path directory, String agent, Report report) {
    this.directory = directory;
    this.agent = agent;
    this.report = report;
  }

  /** Null if this agent cannot be told from another one. */
  static ClassCaches of(Path directory, Report report) {
    try {
      return new ClassCaches(directory, CacheContext.ofThisAgent(), report);
    } catch (IOException failure) {
      report.warning("cache= is ignored: " + failure.getMessage() + "; start it from its jar");
      return null;
    }
  }

  ClassCache of(Patterns suspendable, Monitors monitors) {
    return new ClassCache(directory, CacheContext.of(agent, suspendable, monitors), report);
  }
}
