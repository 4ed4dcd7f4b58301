package dev.respool.it.scenarios.lost;

import dev.respool.Coroutine;
import dev.respool.Suspendable;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.FutureTask;
import java.util.function.Function;

/** Higher-order methods of the JDK. */
final class JdkCode {
  private JdkCode() {}

  static List<LostFrame> rows() {
    return List.of(
        row("in forEach", JdkCode::forEach, "java.util.ArrayList.forEach(ArrayList.java:"),
        row(
            "in computeIfAbsent",
            JdkCode::computeIfAbsent,
            "java.util.HashMap.computeIfAbsent(HashMap.java:",
            "{}"),
        row("in a comparator", JdkCode::sort, "java.util.TimSort.", "[3, 1, 2]"),
        row("in a stream", JdkCode::stream, "java.util.stream.ReferencePipeline$", "[]"),
        row("in a thread local's supplier", JdkCode::threadLocal, "java.lang.ThreadLocal"),
        row("in a function of Optional", JdkCode::optional, "java.util.Optional.map("),
        row(
            "in a callback of CompletableFuture",
            JdkCode::future,
            "java.util.concurrent.CompletableFuture",
            "completed exceptionally"),
        row("in FutureTask", JdkCode::futureTask, "java.util.concurrent.FutureTask.run("),
        row("in a composed function", JdkCode::composed, "java.util.function.Function.lambda$"),
        row("in a composed comparator", JdkCode::thenComparing, "java.util.Comparator.lambda$"),
        row("in a wrapped iterator", JdkCode::wrapped, "java.util.Collections$Unmodifiable"),
        row(
            "in toString of what is appended",
            JdkCode::toStringOf,
            "java.lang.String.valueOf(",
            ""),
        new LostFrame(
            "in recursion of the same method through forEach",
            steps -> visit(steps, 2),
            frame("java.util.ArrayList.forEach("),
            Cause.JDK,
            List.of(
                "visit 2", "visit 1", "visit 0", "in x", "refused", "left 0", "left 1", "left 2")));
  }

  private static LostFrame row(String name, Attempt attempt, String start, String... then) {
    return LostFrame.of(name, attempt, frame(start), Cause.JDK, then);
  }

  /** A frame that begins with the given text and ends with file and line. */
  private static String frame(String start) {
    return "\\Q" + start + "\\E[^ ]*\\d\\)";
  }

  @Suspendable
  private static Object forEach(Steps steps) {
    new ArrayList<>(List.of(1, 2)).forEach(element -> steps.yieldBelow("x"));
    return null;
  }

  @Suspendable
  private static Object computeIfAbsent(Steps steps) {
    Map<String, String> map = new HashMap<>();
    try {
      return map.computeIfAbsent("key", key -> steps.yieldBelow("x"));
    } finally {
      steps.add(map);
    }
  }

  @Suspendable
  private static Object sort(Steps steps) {
    List<Integer> list = new ArrayList<>(List.of(3, 1, 2));
    try {
      list.sort((a, b) -> steps.<Integer>yieldBelow("x") + a - b);
      return null;
    } finally {
      steps.add(list);
    }
  }

  @Suspendable
  private static Object stream(Steps steps) {
    List<Object> mapped = new ArrayList<>();
    try {
      List.of(1, 2).stream().map(element -> steps.yieldBelow("x")).forEach(mapped::add);
      return null;
    } finally {
      steps.add(mapped);
    }
  }

  @Suspendable
  private static Object threadLocal(Steps steps) {
    return ThreadLocal.withInitial(() -> steps.yieldBelow("x")).get();
  }

  @Suspendable
  private static Object optional(Steps steps) {
    return Optional.of(1).map(element -> steps.yieldBelow("x"));
  }

  @Suspendable
  private static Object future(Steps steps) {
    CompletableFuture<Object> future =
        CompletableFuture.completedFuture(1).thenApply(element -> steps.yieldBelow("x"));
    steps.add(future.isCompletedExceptionally() ? "completed exceptionally" : "completed");
    return future.join();
  }

  @Suspendable
  private static Object futureTask(Steps steps) throws Exception {
    FutureTask<Object> task = new FutureTask<>(() -> steps.yieldBelow("x"));
    task.run();
    return task.get();
  }

  @Suspendable
  private static Object composed(Steps steps) {
    Function<Object, Object> first =
        value -> value == "direct" ? Coroutine.yield() : steps.yieldBelow(value);
    suspendDirectly(first);
    return first.andThen(answer -> "foreign went on").apply("x");
  }

  /** A composed function forwards under the name and descriptor of the direct call. */
  private static void suspendDirectly(Function<Object, Object> function) {
    for (int i = 0; i < 3; i++) {
      Coroutine<Object, Object> direct = Coroutine.create(first -> function.apply("direct"));
      direct.resume();
      direct.resume(i);
    }
  }

  @Suspendable
  private static Object thenComparing(Steps steps) {
    Comparator<Integer> first = (a, b) -> steps.<Integer>yieldBelow("x");
    return first.thenComparing((a, b) -> 0).compare(1, 2);
  }

  @Suspendable
  private static Object wrapped(Steps steps) {
    List<Object> waiting = new WaitingList(steps);
    return Collections.unmodifiableCollection(waiting).iterator().next();
  }

  @Suspendable
  private static Object toStringOf(Steps steps) {
    StringBuilder text = new StringBuilder();
    try {
      return text.append(new Speaking(steps));
    } finally {
      steps.add(text);
    }
  }

  @Suspendable
  private static Object visit(Steps steps, int depth) {
    steps.add("visit " + depth);
    try {
      if (depth == 0) {
        return steps.yieldBelow("x");
      }
      new ArrayList<>(List.of(depth - 1)).forEach(next -> visit(steps, next));
      steps.add("went on in " + depth);
      return null;
    } finally {
      steps.add("left " + depth);
    }
  }

  private record Speaking(Steps steps) {
    @Override
    @Suspendable
    public String toString() {
      return steps.yieldBelow("x");
    }
  }

  private static final class WaitingList extends ArrayList<Object> {
    private static final long serialVersionUID = 1L;
    private final transient Steps steps;

    WaitingList(Steps steps) {
      this.steps = steps;
    }

    @Override
    public Iterator<Object> iterator() {
      return new Iterator<>() {
        @Override
        public boolean hasNext() {
          return true;
        }

        @Override
        @Suspendable
        public Object next() {
          return steps.yieldBelow("x");
        }
      };
    }
  }
}
