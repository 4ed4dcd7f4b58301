package dev.respool.abi;

/**
 * What an unwinding is going to prove: that a call reached its callee directly. The callee has
 * looked at the stack and was entered with the call's token; it remains to be seen that it was the
 * captured caller that told it.
 *
 * @param token of the call, negative
 * @param proven the calls that enter the callee directly
 * @param callee the frame of its activation, or what stands for a suspending method of the runtime
 */
record Claim(int token, ProvenCalls proven, Frame callee) {

  /** When the frames have been captured: each knows where its activation stands. */
  void settle() {
    Frame caller = callee.caller;
    if (caller == null) {
      Site.proveStart(token, proven);
    } else if (caller.isActivation() && caller.number() != 0) {
      Site.prove(Site.number(caller.number(), caller.point), token, proven);
    }
  }
}
