package dev.respool.loop;

import java.util.concurrent.CancellationException;

/**
 * Waits for a block of the calling task. If that task is cancelled, so is the block. The wait is
 * over when the block has ended: its {@code finally} blocks have run then.
 *
 * <p>What the block has achieved is not lost: if it returns although it was cancelled, the leaf
 * returns its result.
 */
abstract class BlockWait extends Awaiter {
  private Block block;

  /** The block, not started. */
  abstract Block create(TaskState caller);

  final Block block() {
    return block;
  }

  /** The block in words, to be read after the name of the leaf. */
  final String forBlock() {
    return block == null ? "" : " for " + block;
  }

  @Override
  void arm() {
    block = create(task());
    block.addAwaiter(this);
    task().reactor().start(block);
  }

  @Override
  void cancel(CancellationException reason) {
    block.cancel(", because " + reason.getMessage());
  }

  @Override
  void ended(TaskState ended) {
    JoinWait.deliver(this, ended);
  }

  @Override
  final TaskState awaited() {
    return block;
  }

  /** It leaves the queue of the block when that has ended. */
  @Override
  final void disarm() {}
}
