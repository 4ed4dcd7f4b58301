package dev.respool.it.random;

import dev.respool.Coroutine;
import dev.respool.CoroutineBody;
import dev.respool.compiler.suspendable.Patterns;
import dev.respool.it.harness.ChildFirstLoader;
import dev.respool.it.harness.ClassFiles;
import dev.respool.it.harness.Schedule;
import dev.respool.it.harness.VerifyingLoader;
import java.util.List;
import java.util.function.Predicate;

/** Runs traces on the interpreter as it was compiled and as Respool transforms it. */
final class TraceRunner {
  private static final String PACKAGE = TraceRunner.class.getPackageName() + ".interpreted";
  private static final Predicate<String> OWN = name -> name.startsWith(PACKAGE);

  private final CoroutineBody<Object, Object> plain;
  private final CoroutineBody<Object, Object> transformed;
  private final VerifyingLoader loader;
  private final Reach reach = new Reach();

  TraceRunner() throws ReflectiveOperationException {
    ClassFiles classes = new ClassFiles();
    this.loader = new VerifyingLoader(classes, Patterns.of(List.of(PACKAGE + ".**")), OWN);
    this.plain = body(new ChildFirstLoader(classes, OWN));
    this.transformed = body(loader);
  }

  /** Of the coroutines. */
  Reach reach() {
    return reach;
  }

  VerifyingLoader loader() {
    return loader;
  }

  /** What must be: a yield does nothing, or is refused below a frame of the JDK. */
  List<String> plainly(FuzzedTrace trace, Schedule schedule) {
    Suspender none = Suspender.passive(Suspender.Kind.NONE);
    Tape tape = new Tape(trace, schedule, none, new Reach());
    return tape.ended(end(plain, tape));
  }

  /** What Respool makes of it. */
  List<String> asCoroutine(FuzzedTrace trace, Schedule schedule) {
    Suspender own = Suspender.passive(Suspender.Kind.COROUTINE);
    Tape tape = new Tape(trace, schedule, own, reach);
    return tape.ended(end(ignored -> driven(tape), tape));
  }

  /** What the JDK makes of it. */
  List<String> asInternalContinuation(FuzzedTrace trace, Schedule schedule)
      throws ReflectiveOperationException {
    InternalContinuation continuation = new InternalContinuation();
    Tape tape = new Tape(trace, schedule, continuation, new Reach());
    String[] end = new String[1];
    continuation.run(() -> end[0] = end(plain, tape), tape::suspended);
    return tape.ended(end[0]);
  }

  private Object driven(Tape tape) {
    Coroutine<Object, Object> coroutine = Coroutine.create(transformed);
    Object out = coroutine.resume(tape);
    while (!coroutine.isDone()) {
      tape.suspended();
      out = coroutine.resume(out);
    }
    return out;
  }

  private static String end(CoroutineBody<Object, Object> body, Tape tape) {
    try {
      return "returned " + body.run(tape);
    } catch (Exception e) {
      return "thrown " + e.getClass().getName();
    }
  }

  @SuppressWarnings("unchecked")
  private static CoroutineBody<Object, Object> body(ClassLoader loader)
      throws ReflectiveOperationException {
    return (CoroutineBody<Object, Object>)
        Class.forName(PACKAGE + ".Interpreter", true, loader).getConstructor().newInstance();
  }
}
