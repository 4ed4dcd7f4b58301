package dev.respool.abi;

/** Stands among the frames of a continuation, and is no activation of a transformed method. */
abstract class NoActivation extends Frame {
  @Override
  public final SuspendableMethod method() {
    throw new IllegalStateException(getClass().getSimpleName() + " is no activation of a method");
  }

  @Override
  public final long number() {
    return 0;
  }

  @Override
  final boolean isActivation() {
    return false;
  }
}
