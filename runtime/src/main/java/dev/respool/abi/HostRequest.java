package dev.respool.abi;

/**
 * What a suspension hands out if it is meant for the host, which resumes the outermost of the
 * continuations that run one within the other, and not for whoever resumed the innermost one. All
 * of them are suspended then; see {@link Relay}.
 */
public abstract class HostRequest {
  /** For subclasses. */
  protected HostRequest() {}
}
