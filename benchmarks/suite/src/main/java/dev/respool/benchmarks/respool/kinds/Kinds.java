package dev.respool.benchmarks.respool.kinds;

import dev.respool.CloseableIntIterator;
import dev.respool.CloseableIterator;
import dev.respool.Coroutine;
import dev.respool.CoroutineAction;
import dev.respool.Generator;
import dev.respool.GeneratorBody;
import dev.respool.IntGenerator;
import dev.respool.IntGeneratorBody;
import java.util.ArrayList;
import java.util.List;

/** All kinds, and how to pollute with them. */
public final class Kinds {
  private static final int ROUNDS = 3;
  private static final int ELEMENTS = 10_000;

  private Kinds() {}

  /**
   * The kinds of generators of ints; none of them ends.
   *
   * @return 64 bodies, each of which has frames of its own
   */
  public static List<IntGeneratorBody> all() {
    List<IntGeneratorBody> all = new ArrayList<>(keeping());
    all.addAll(standing());
    all.addAll(Receivers.all());
    return all;
  }

  /** They differ in what is live. */
  private static List<IntGeneratorBody> keeping() {
    List<IntGeneratorBody> kinds = new ArrayList<>();
    kinds.addAll(
        List.of(
            IntLocals::one,
            IntLocals::two,
            IntLocals::three,
            IntLocals::four,
            IntLocals::five,
            IntLocals::six,
            IntLocals::seven,
            IntLocals::eight,
            WideLocals::random,
            WideLocals::longs,
            WideLocals::average,
            WideLocals::logistic,
            WideLocals::floats,
            WideLocals::small,
            WideLocals::everyWidth,
            WideLocals::clock));
    kinds.addAll(
        List.of(
            References::characters,
            References::array,
            References::list,
            References::entries,
            References::spiral,
            References::queue,
            References::matrix,
            References::names,
            MixedLocals::intAndString,
            MixedLocals::longAndArray,
            MixedLocals::doubleAndBox,
            MixedLocals::twoOfEach,
            MixedLocals::threeOfEach,
            MixedLocals::manyReferences,
            MixedLocals::manyNumbers,
            MixedLocals::hash));
    return kinds;
  }

  /** They differ in where they yield. */
  private static List<IntGeneratorBody> standing() {
    return List.of(
        Points::alternating,
        Points::inARow,
        Points::chosen,
        Points::named,
        Points::nested,
        Points::onTheStack,
        Points::deepOnTheStack,
        Points::labelled,
        Handlers::inFinallysTry,
        Handlers::inCatchsTry,
        Handlers::inCatch,
        Handlers::inFinally,
        Handlers::inResource,
        Handlers::nestedTries,
        Handlers::severalCatches,
        Handlers::tryInLoopInTry,
        Callers::ofVoid,
        Callers::ofInt,
        Callers::ofLong,
        Callers::ofDouble,
        Callers::ofReference,
        Callers::ofBoolean,
        Callers::recursive,
        Callers::mutual);
  }

  /** Runs all kinds, one after the other and again, long enough for them to be compiled. */
  public static void pollute() {
    for (int round = 0; round < ROUNDS; round++) {
      all().forEach(Kinds::run);
      ObjectKinds.coroutines().forEach(Kinds::runCoroutine);
      ObjectKinds.generators().forEach(Kinds::runGenerator);
    }
  }

  private static void run(IntGeneratorBody body) {
    try (CloseableIntIterator run = IntGenerator.of(body).iterator()) {
      for (int i = 0; i < ELEMENTS; i++) {
        run.nextInt();
      }
    }
  }

  private static void runCoroutine(CoroutineAction body) {
    try (Coroutine<Object, Object> coroutine = Coroutine.create(body)) {
      for (int i = 0; i < ELEMENTS; i++) {
        coroutine.resume();
      }
    }
  }

  private static void runGenerator(GeneratorBody<Object> body) {
    try (CloseableIterator<Object> run = Generator.of(body).iterator()) {
      for (int i = 0; i < ELEMENTS; i++) {
        run.next();
      }
    }
  }
}
