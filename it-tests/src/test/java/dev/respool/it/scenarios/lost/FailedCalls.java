package dev.respool.it.scenarios.lost;

import static dev.respool.it.scenarios.lost.Current.INNER;
import static dev.respool.it.scenarios.lost.Current.OUTER;

import dev.respool.Suspendable;
import dev.respool.it.scenarios.lost.fresh.FailingCall;
import dev.respool.it.scenarios.plain.Repeater;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Consumer;

/** Calls that failed before their callee was entered; foreign code makes the same call next. */
final class FailedCalls {
  private static final String REPEATER =
      "dev\\.respool\\.it\\.scenarios\\.plain\\.Repeater\\.%s\\(Repeater\\.java:\\d+\\)";

  private FailedCalls() {}

  static List<Deception> rows() {
    return List.of(
        row(
            "a class loader that failed",
            steps -> unloaded(steps, INNER),
            "twice",
            steps -> unloaded(steps, OUTER)),
        row(
            "a call without a receiver",
            steps -> repeated(null, steps),
            "go",
            steps -> done(new Task.Both(), steps)),
        row(
            "a method that is missing",
            steps -> repeated(missing(), steps),
            "go",
            steps -> done(new Task.Both(), steps)),
        row(
            "an initialiser that failed",
            steps -> uninitialised(steps, INNER),
            "twice",
            steps -> uninitialised(steps, OUTER)));
  }

  private static Deception row(String after, Attempt attempt, String method, Attempt direct) {
    LostFrame lost =
        LostFrame.of(
            "in a plain call after " + after, attempt, REPEATER.formatted(method), Cause.PLAIN);
    return new Deception(lost, direct);
  }

  @Suspendable
  private static Object done(Task task, Steps steps) {
    try {
      return task.go(steps);
    } catch (NullPointerException | LinkageError e) {
      return "failed";
    }
  }

  @Suspendable
  private static Object repeated(Task first, Steps steps) {
    done(first, steps);
    return Repeater.go(new Task.Both(), steps);
  }

  /** A copy of a task whose method has another name. */
  private static Task missing() throws ReflectiveOperationException {
    Copies loader = new Copies(name -> {}, FailedCalls::withoutMethod);
    Class<?> type = loader.loadClass(FailingCall.class.getPackageName() + ".Incomplete");
    return (Task) type.getConstructor().newInstance();
  }

  private static byte[] withoutMethod(byte[] classFile) {
    String text = new String(classFile, StandardCharsets.ISO_8859_1);
    return text.replace("\1\0\2go", "\1\0\2og").getBytes(StandardCharsets.ISO_8859_1);
  }

  /** The class that the call names is not found in time by the JVM. */
  @Suspendable
  private static Object unloaded(Steps steps, int yieldsAt) throws Exception {
    Current.begin(steps, yieldsAt);
    Attempt call = new Copies(failing(yieldsAt)).copy(FailingCall.UNLOADED);
    return call.run(steps);
  }

  private static Consumer<String> failing(int yieldsAt) {
    return name -> {
      if (yieldsAt == INNER && name.equals(Linked.class.getName())) {
        throw new NoClassDefFoundError("not yet");
      }
    };
  }

  @Suspendable
  private static Object uninitialised(Steps steps, int yieldsAt) throws Exception {
    Current.begin(steps, yieldsAt);
    return Copies.of(FailingCall.UNINITIALISED).run(steps);
  }
}
