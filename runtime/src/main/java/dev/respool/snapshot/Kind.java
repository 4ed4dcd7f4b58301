package dev.respool.snapshot;

import dev.respool.CloseableDoubleIterator;
import dev.respool.CloseableIntIterator;
import dev.respool.CloseableIterator;
import dev.respool.CloseableLongIterator;
import dev.respool.Coroutine;
import dev.respool.CoroutineAction;
import dev.respool.DoubleGenerator;
import dev.respool.Generator;
import dev.respool.IntGenerator;
import dev.respool.LongGenerator;
import dev.respool.abi.Continuation;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** The sorts of continuations that can be saved; the format has their ordinals. */
enum Kind {
  COROUTINE(
      "coroutine",
      Coroutine.class,
      () -> Coroutine.create((CoroutineAction) () -> {}),
      "()Ljava/lang/Object;",
      "(Ljava/lang/Object;)Ljava/lang/Object;"),
  GENERATOR(
      "generator",
      CloseableIterator.class,
      () -> Generator.of(g -> {}).iterator(),
      "(Ljava/lang/Object;)V"),
  INT(
      "int generator",
      CloseableIntIterator.class,
      () -> IntGenerator.of(g -> {}).iterator(),
      "(I)V"),
  LONG(
      "long generator",
      CloseableLongIterator.class,
      () -> LongGenerator.of(g -> {}).iterator(),
      "(J)V"),
  DOUBLE(
      "double generator",
      CloseableDoubleIterator.class,
      () -> DoubleGenerator.of(g -> {}).iterator(),
      "(D)V");

  private static final Kind[] ALL = values();

  private final String text;
  private final Class<?> type;
  private final Supplier<Object> fresh;
  private final Set<String> yields;

  Kind(String text, Class<?> type, Supplier<Object> fresh, String... yields) {
    this.text = text;
    this.type = type;
    this.fresh = fresh;
    this.yields = Set.of(yields);
  }

  /** Empty for one that means nothing elsewhere, such as a task of a loop. */
  static Optional<Kind> of(Continuation continuation) {
    for (Kind kind : ALL) {
      if (kind.type.isInstance(continuation)) {
        return Optional.of(kind);
      }
    }
    return Optional.empty();
  }

  /** One with a body that it will never run. */
  Continuation fresh() {
    return (Continuation) fresh.get();
  }

  /** The descriptors of the methods {@code yield} that suspend one. */
  Set<String> yields() {
    return yields;
  }

  @Override
  public String toString() {
    return text;
  }
}
