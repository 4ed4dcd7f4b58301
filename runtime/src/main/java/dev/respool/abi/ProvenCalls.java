package dev.respool.abi;

import java.util.ArrayList;
import java.util.List;

/**
 * The calls that were found to enter a method directly. They all tell the same token from then on,
 * which is the method's own; it gets another one each time it wakes.
 */
final class ProvenCalls {
  /** A method that is called on endlessly many classes fills no memory; it looks at the stack. */
  static final int LIMIT = 4096;

  private final List<ToldCall> calls = new ArrayList<>();

  /** Positive while the method takes all tokens; only then can a call be proven. */
  private volatile int token;

  /** Whether an activation that was entered with a token was entered by one of these calls. */
  boolean told(int entered) {
    return entered > 0 && entered == token;
  }

  /** Adds a call, which tells the method's token from now on. */
  synchronized void prove(ToldCall call) {
    if (token != 0 && !call.isProven() && calls.size() < LIMIT) {
      calls.add(call);
      call.tell(token);
    }
  }

  /** The method takes all tokens that are told from now on. */
  synchronized void open() {
    if (token == 0) {
      token = Site.newToken();
    }
  }

  /**
   * The method is going to take none. Forgets the token for good: the calls tell others, and have
   * to be proven anew.
   */
  synchronized void close() {
    token = 0;
    calls.forEach(call -> call.tell(-Site.newToken()));
    calls.clear();
  }
}
