package dev.respool.it.harness;

import dev.respool.Coroutine;
import dev.respool.snapshot.Snapshot;
import dev.respool.snapshot.SnapshotException;
import dev.respool.snapshot.SnapshotPolicy;
import java.util.function.UnaryOperator;

/** Saves suspended coroutines as bytes and restores them, where that is possible. */
final class Bytes implements UnaryOperator<Coroutine<Object, Object>> {
  private final SnapshotPolicy policy;
  private int saved;

  Bytes(ClassLoader loader) {
    this.policy =
        SnapshotPolicy.allowing(Targets.PACKAGE + ".**", "kotlin.**", "scala.**")
            .alsoAllowing("groovy.**", "org.codehaus.groovy.**")
            .withClassLoader(loader);
  }

  /** Another one at the same point; the same one if it holds what cannot be saved. */
  @Override
  public Coroutine<Object, Object> apply(Coroutine<Object, Object> suspended) {
    byte[] bytes;
    try {
      bytes = Snapshot.of(suspended).toBytes();
    } catch (SnapshotException e) {
      return suspended;
    }
    saved++;
    return Snapshot.read(bytes, policy).restore();
  }

  int saved() {
    return saved;
  }
}
