package dev.respool.it.scenarios.lost;

/**
 * A frame that passes for a direct call to whoever trusts what a caller left, or what was found out
 * about an earlier call: the attempt is made cold, and again after direct suspensions through the
 * same call sites.
 *
 * @param lost the attempt
 * @param direct goes through its call sites with nothing in the way, and returns what the yield
 *     returned
 */
record Deception(LostFrame lost, Attempt direct) {
  private static final int ROUNDS = 3;

  /** Each is three coroutines. */
  private static final int SUSPENSIONS = 4;

  String name() {
    return lost.name();
  }

  void verify() {
    lost.verify();
    lost.verify();
    for (int round = 0; round < ROUNDS; round++) {
      for (int i = 0; i < SUSPENSIONS; i++) {
        new Forwarding("directly, beside: " + name(), direct).verify();
      }
      lost.verify();
    }
  }
}
