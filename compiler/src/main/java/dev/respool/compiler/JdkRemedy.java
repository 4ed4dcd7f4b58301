package dev.respool.compiler;

import java.util.List;
import java.util.regex.Pattern;

/**
 * What to write in the place of a method of the JDK that would have to suspend. The runtime has the
 * same table, and a test compares them.
 */
final class JdkRemedy {
  private static final String OF_OTHERS =
      "call the suspending method from a @Suspendable method instead of from a callback, for"
          + " example in a loop";

  /** The first one that matches counts. */
  private static final List<Row> ROWS =
      List.of(
          row(
              "java\\.util\\.stream\\..*",
              "write a for loop in the place of the stream, or a Generator"),
          row(
              "java\\.util\\.(Optional|OptionalInt|OptionalLong|OptionalDouble)\\..*",
              "ask isPresent() in an if statement and call get() there"),
          row(
              "java\\.util\\.concurrent\\.Complet(able|ion).*",
              "wait for it with Tasks.await in a @Suspendable method and go on behind that"),
          row("java\\.lang\\.ThreadLocal[.$].*", "compute the value before and call set() with it"),
          row(
              "(java\\.lang\\.Thread|java\\.util\\.Timer|java\\.util\\.concurrent\\.[\\w$]*(Execut|ForkJoin|FutureTask)|javax\\.swing\\.).*",
              "start a coroutine or a task in the function and suspend in the body of that"),
          row(
              "java\\.util\\.concurrent\\.atomic\\..*",
              "call get(), compute the new value, then call compareAndSet()"),
          row(".*\\.forEach\\w*", "write a for loop"),
          row(
              "java\\.util\\.Comparator\\..*|.*\\.([sS]ort|parallelSort|min|max|binarySearch)|java\\.util\\..*(Tree|Priority|SkipList).*",
              "compute the keys first, in a loop, and compare those"),
          row(".*\\.compute\\w*|.*\\.merge", "call get(), compute the value, then call put()"),
          row(
              ".*\\.(replaceAll|removeIf|setAll)",
              "write a loop that changes the elements one by one"),
          row(
              "java\\.util\\.function\\..*",
              "write a lambda that calls the functions one after the other, in a @Suspendable method"),
          row(
              "java\\.lang\\.(String\\.valueOf|StringConcat.*|AbstractString.*|String(Builder|Buffer)\\..*)|java\\.util\\.Objects\\.toString|java\\.io\\.Print.*",
              "call toString() first, on the type that declares it @Suspendable, and pass the text on"),
          row(
              "java\\.lang\\.(reflect|invoke)\\..*",
              "call the method itself, or make it implement an interface and call that"));

  private JdkRemedy() {}

  /** For the methods that the pattern names, dotted and with their class. */
  private record Row(Pattern methods, String remedy) {}

  private static Row row(String methods, String remedy) {
    return new Row(Pattern.compile(methods), remedy);
  }

  /** For a method such as {@code java.util.List.sort}. */
  static String of(String method) {
    return ROWS.stream()
        .filter(row -> row.methods().matcher(method).matches())
        .map(Row::remedy)
        .findFirst()
        .orElse(OF_OTHERS);
  }
}
