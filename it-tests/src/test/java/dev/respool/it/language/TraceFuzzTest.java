package dev.respool.it.language;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.respool.Coroutine;
import dev.respool.CoroutineBody;
import dev.respool.compiler.suspendable.Patterns;
import dev.respool.it.harness.ChildFirstLoader;
import dev.respool.it.harness.JdkContinuation;
import dev.respool.it.harness.ResourceBytes;
import dev.respool.it.harness.VerifyingLoader;
import dev.respool.it.targets.fuzz.Interpreter;
import dev.respool.it.targets.fuzz.Operation;
import dev.respool.it.targets.fuzz.Pause;
import java.lang.reflect.Method;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.JRE;

/**
 * Traces of operations, drawn from a seed, run as plain Java without their yields and as coroutines
 * with them; the logs must be equal, and a yield is refused if and only if a foreign frame is in
 * the way. From JDK 21 on the JDK's own continuation runs them as well. The system property {@code
 * fuzz.traces} says how many.
 */
class TraceFuzzTest {
  private static final int TRACES = Integer.getInteger("fuzz.traces", 3_000);
  private static final long FIRST_SEED = Long.getLong("fuzz.seed", 1);
  private static final int LONGEST = 60;
  private static final String PACKAGE = "dev.respool.it.targets.fuzz.";

  /** The enum and the interface are common to all loaders. */
  private static final Predicate<String> OWN =
      name -> name.startsWith(PACKAGE + "Interpreter") || name.startsWith(PACKAGE + "Yielding");

  private final Set<Operation> suspendedIn = new HashSet<>();

  private static byte[] trace(long seed) {
    Random random = new Random(seed);
    byte[] trace = new byte[1 + random.nextInt(LONGEST)];
    for (int i = 0; i < trace.length; i++) {
      boolean yield = random.nextInt(4) == 0;
      int operation = random.nextInt(Operation.values().length);
      trace[i] = (byte) (yield ? Operation.YIELD.ordinal() : operation);
    }
    return trace;
  }

  private static String text(long seed) {
    Operation[] all = Operation.values();
    StringBuilder text = new StringBuilder("seed " + seed + ":");
    for (byte operation : trace(seed)) {
      text.append(' ').append(all[operation]);
    }
    return text.toString();
  }

  private static Class<?> transformed() throws ClassNotFoundException {
    return Class.forName(
        Interpreter.class.getName(),
        true,
        new VerifyingLoader(new ResourceBytes(), Patterns.none(), OWN));
  }

  private static Class<?> plain() throws ClassNotFoundException {
    return Class.forName(
        Interpreter.class.getName(), true, new ChildFirstLoader(new ResourceBytes(), OWN));
  }

  private static Method runOf(Class<?> interpreter) throws NoSuchMethodException {
    return interpreter.getMethod("run", byte[].class, Pause.class, Set.class);
  }

  @Test
  void a_trace_with_its_yields_does_what_it_does_without() throws Exception {
    Method expected = runOf(plain());
    Method body = transformed().getMethod("coroutineBody", byte[].class, Set.class);
    for (long seed = FIRST_SEED; seed < FIRST_SEED + TRACES; seed++) {
      Object log = expected.invoke(null, trace(seed), null, null);
      assertEquals(log, logOf(body, seed), text(seed));
    }
    assertEquals(callingOperations(), suspendedIn, "the traces reach too little");
  }

  @SuppressWarnings("unchecked")
  private Object logOf(Method body, long seed) throws ReflectiveOperationException {
    Coroutine<Object, Object> coroutine =
        Coroutine.create(
            (CoroutineBody<Object, Object>) body.invoke(null, trace(seed), suspendedIn));
    Object out = coroutine.resume();
    while (!coroutine.isDone()) {
      out = coroutine.resume();
    }
    return out;
  }

  private static Set<Operation> callingOperations() {
    return EnumSet.complementOf(EnumSet.of(Operation.RETURN, Operation.YIELD, Operation.THROW));
  }

  @Test
  @EnabledForJreRange(min = JRE.JAVA_21)
  void a_trace_does_what_it_does_on_the_continuation_of_the_jdk() throws Exception {
    Method onContinuation = runOf(plain());
    Method body = transformed().getMethod("coroutineBody", byte[].class, Set.class);
    int suspensions = 0;
    for (long seed = FIRST_SEED; seed < FIRST_SEED + TRACES; seed++) {
      JdkContinuation continuation = new JdkContinuation();
      byte[] trace = trace(seed);
      Pause pause = continuation::pause;
      Object log =
          continuation.run(() -> onContinuation.invoke(null, trace, pause, new HashSet<>()));
      suspensions += continuation.suspensions();
      assertEquals(log, logOf(body, seed), text(seed));
    }
    assertTrue(suspensions > TRACES, "only " + suspensions + " suspensions");
  }
}
