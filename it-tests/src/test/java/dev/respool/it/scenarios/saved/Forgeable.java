package dev.respool.it.scenarios.saved;

import dev.respool.Coroutine;
import dev.respool.CoroutineBody;
import dev.respool.DoubleGenerator;
import dev.respool.Generator;
import dev.respool.IntGenerator;
import dev.respool.LongGenerator;
import dev.respool.Suspendable;
import dev.respool.snapshot.Snapshot;
import dev.respool.snapshot.SnapshotPolicy;
import java.io.Serializable;
import java.util.Iterator;
import java.util.function.Function;
import java.util.function.Supplier;

/** Snapshots of each kind of continuation, in each state, to be forged. */
public enum Forgeable {
  /** With each sort of object. */
  PARTS(HeldParts::saved, Snapshot::restore),
  /** With a local of each sort of type. */
  TYPES(() -> suspended(HeldTypes.coroutine()), Snapshot::restore),
  /** With a call of each sort. */
  CALLS(() -> suspended(HeldCalls.coroutine()), Snapshot::restore),
  /** With a body. */
  NEW(() -> Snapshot.of(Coroutine.create(new Body())).toBytes(), Snapshot::restore),
  /** With nothing. */
  DEAD(() -> Snapshot.of(ended()).toBytes(), Snapshot::restore),
  /** With an element that was asked for. */
  GENERATOR(() -> Snapshot.of(asked(Forgeable.texts().iterator())).toBytes(), Forgeable::iterator),
  /** With an element that is an int. */
  INTS(() -> Snapshot.of(asked(ints().iterator())).toBytes(), Snapshot::restoreIntIterator),
  /** With an element that is a long. */
  LONGS(() -> Snapshot.of(asked(longs().iterator())).toBytes(), Snapshot::restoreLongIterator),
  /** With an element that is a double. */
  DOUBLES(
      () -> Snapshot.of(asked(doubles().iterator())).toBytes(), Snapshot::restoreDoubleIterator);

  private final Supplier<byte[]> saved;
  private final Function<Snapshot, Object> restore;

  Forgeable(Supplier<byte[]> saved, Function<Snapshot, Object> restore) {
    this.saved = saved;
    this.restore = restore;
  }

  private record Body() implements CoroutineBody<Object, Object>, Serializable {
    @Override
    @Suspendable
    public Object run(Object first) {
      return Coroutine.yield("begun");
    }
  }

  /** Bytes of today. */
  public byte[] saved() {
    return saved.get();
  }

  /** Allows the classes that the snapshots need. */
  public static SnapshotPolicy policy() {
    return HeldParts.policy(
        HeldParts.class.getName(),
        HeldTypes.class.getName(),
        HeldCalls.class.getName(),
        Forgeable.class.getName());
  }

  /** A coroutine or an iterator. */
  public Object restored(Snapshot snapshot) {
    return restore.apply(snapshot);
  }

  private static Object iterator(Snapshot snapshot) {
    return snapshot.restoreIterator();
  }

  private static byte[] suspended(Coroutine<Object, Object> coroutine) {
    coroutine.resume();
    return Snapshot.of(coroutine, policy()).toBytes();
  }

  private static Coroutine<Object, Object> ended() {
    Coroutine<Object, Object> coroutine = Coroutine.create(first -> first);
    coroutine.resume();
    return coroutine;
  }

  private static <T extends Iterator<?>> T asked(T iterator) {
    iterator.next();
    iterator.hasNext();
    return iterator;
  }

  private static Generator<String> texts() {
    return Generator.of(
        g -> {
          for (String s = "a"; s.length() < 5; s += "a") {
            g.yield(s);
          }
        });
  }

  private static IntGenerator ints() {
    return IntGenerator.of(
        g -> {
          for (int n = 0; n < 5; n++) {
            g.yield(n);
          }
        });
  }

  private static LongGenerator longs() {
    return LongGenerator.of(
        g -> {
          for (long n = 0; n < 5; n++) {
            g.yield(n);
          }
        });
  }

  private static DoubleGenerator doubles() {
    return DoubleGenerator.of(
        g -> {
          for (double n = 0; n < 5; n++) {
            g.yield(n);
          }
        });
  }
}
