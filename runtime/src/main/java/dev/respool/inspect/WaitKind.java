package dev.respool.inspect;

/** What sort of thing a task waits for. */
public enum WaitKind {
  /** A point in time. */
  TIMER,
  /** Another end of a channel or broadcast. */
  CHANNEL,
  /** A socket: to connect, to accept, to read, to write. */
  SOCKET,
  /** A file or directory. */
  FILE,
  /** Another process. */
  PROCESS,
  /** A mutex, semaphore, condition, latch or rate limiter. */
  LOCK,
  /** The end of another task, of its own children, or of a block such as a scope. */
  TASK,
  /** A future of other code. */
  FUTURE,
  /** A blocking call on another thread. */
  BLOCKING,
  /** The first of several alternatives. */
  SELECT,
  /** Anything else. */
  OTHER
}
