package dev.respool.loop;

/**
 * Waits in a queue, together with others of its kind. An alternative of a {@link Select} stands in
 * queues, too, but never begins: the wait of the select does.
 *
 * @param <W> its kind
 */
abstract class QueuedWait<W extends QueuedWait<W>> extends Wait {
  /** Where it stands once it is armed; null after it has left. Written by the queue, too. */
  WaitQueue<W> queue;

  /** Its neighbours there; written by the queue only. */
  W before;

  W behind;

  /** The queue may be null: then whoever arms it decides. */
  QueuedWait(WaitQueue<W> queue) {
    this.queue = queue;
  }

  @Override
  @SuppressWarnings("unchecked") // W is the kind of this very wait
  void arm() {
    queue.add((W) this);
  }

  @Override
  @SuppressWarnings("unchecked")
  void disarm() {
    if (queue != null) {
      queue.remove((W) this);
    }
  }
}
