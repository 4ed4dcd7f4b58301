package dev.respool.agent;

import dev.respool.compiler.suspendable.Patterns;
import java.io.IOException;
import java.nio.file.Path;

/** The caches in one directory, one for each set of patterns that class loaders see. */
final class ClassCaches {
  private final AgentOptions options;
  private final String agent;
  private final Report report;

  private ClassCaches(AgentOptions options, String agent, Report report) {
    this.options = options;
    this.agent = agent;
    this.report = report;
  }

  /** Null if this agent cannot be told from another one. */
  static ClassCaches of(AgentOptions options, Report report) {
    try {
      return new ClassCaches(options, CacheContext.ofThisAgent(), report);
    } catch (IOException failure) {
      report.warning("cache= is ignored: " + failure.getMessage() + "; start it from its jar");
      return null;
    }
  }

  ClassCache of(Patterns suspendable) {
    Path directory = options.cache().orElseThrow();
    return new ClassCache(directory, CacheContext.of(agent, options, suspendable), report);
  }
}
