package dev.respool.abi;

/**
 * What an unwinding is going to prove: that a call reached its callee directly. The callee has
 * looked at the stack and was entered with the call's token; it remains to be seen that it was the
 * captured caller that told it.
 *
 * @param call what the token stands for
 * @param proven the tokens of the callee
 * @param callee the frame of its activation; null for a suspending method of the runtime
 */
record Claim(ToldCall call, ProvenTokens proven, Frame callee) {

  /** When the frames have been captured: each knows where its activation stands. */
  void settle(Frame innermost) {
    Frame caller = callee == null ? activation(innermost) : callee.caller;
    if (caller == null ? Site.isStart(call.site()) : stands(caller)) {
      Site.prove(call, proven);
    }
  }

  private static Frame activation(Frame innermost) {
    return innermost.isActivation() ? innermost : innermost.caller;
  }

  private boolean stands(Frame caller) {
    return caller.isActivation() && Site.number(caller.number(), caller.point) == call.site();
  }
}
