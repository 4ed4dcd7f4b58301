package dev.respool.it.random.interpreted;

import dev.respool.Coroutine;
import dev.respool.CoroutineBody;
import dev.respool.NotSuspendableException;
import dev.respool.it.random.Op;
import dev.respool.it.random.Tape;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.function.IntUnaryOperator;

/** Performs the steps of a tape, each below the one before until that returns. */
public final class Interpreter implements CoroutineBody<Object, Object> {
  @Override
  public Object run(Object tape) {
    return interpret((Tape) tape, 1);
  }

  /** Performs steps up to the next return. */
  public static int interpret(Tape tape, int value) {
    int result = value;
    for (Op op = tape.next(); op != Op.RETURN; op = tape.next()) {
      result = result * 31 + watched(tape, op, result);
    }
    return result;
  }

  private static int watched(Tape tape, Op op, int value) {
    tape.enter(op, value);
    try {
      return perform(tape, op, value);
    } finally {
      tape.exit(op);
    }
  }

  private static int perform(Tape tape, Op op, int v) {
    return switch (op) {
      case CALL_INT -> v - ofInt(tape, v, (byte) v, v % 2 == 0);
      case CALL_DOUBLE -> (int) (v * 1.5 + ofDouble(tape, v / 3.0));
      case CALL_MIXED -> Mixed.call(tape, v);
      case CALL_VIRTUAL -> virtual(tape, v);
      case CALL_INTERFACE -> new Direct(tape).twice(v);
      case CATCH -> caught(tape, v);
      case FINALLY -> finished(tape, v);
      case LAMBDA -> lambda(tape, v);
      case REFERENCE -> v + applied(new Direct(tape)::take, v);
      case REFLECTION -> reflection(tape, v);
      case PROXY -> proxy(tape, v);
      case CONSTRUCTOR -> new Derived(tape, v).sum() + v;
      case LOOP -> loop(tape, v);
      case YIELD -> pause(tape, v);
      case THROW -> throw new Boom(tape.position());
      case RETURN -> v;
    };
  }

  private static int ofInt(Tape tape, int value, byte narrow, boolean even) {
    int below = interpret(tape, value + 1);
    return even ? below + narrow : below - narrow;
  }

  private static double ofDouble(Tape tape, double value) {
    long wide = (long) (value * 1e6);
    return value + (wide + interpret(tape, (int) value)) * 0.5;
  }

  private static int virtual(Tape tape, int v) {
    Base target = v % 2 == 0 ? new Base(tape, v) : new Derived(tape, v);
    return v + target.over(v, 1L << (v & 31));
  }

  private static int caught(Tape tape, int v) {
    try {
      return v + interpret(tape, v);
    } catch (Boom e) {
      tape.note("caught " + e.getMessage());
      return v + interpret(tape, e.getMessage().length());
    } catch (NotSuspendableException e) {
      tape.note("refused");
      return v - interpret(tape, v);
    }
  }

  private static int finished(Tape tape, int v) {
    int found = v;
    try {
      found += interpret(tape, v);
    } finally {
      tape.note("finally " + found);
      found ^= interpret(tape, found);
      tape.note("finished " + found);
    }
    return found;
  }

  private static int lambda(Tape tape, int v) {
    long captured = v * 7L;
    IntUnaryOperator below = x -> (int) captured + interpret(tape, x);
    return v + applied(below, v);
  }

  private static int applied(IntUnaryOperator operator, int v) {
    return operator.applyAsInt(v) - v;
  }

  private static int loop(Tape tape, int v) {
    int sum = v;
    double scale = 0.5;
    for (int i = 0; i < 3; i++) {
      sum += (int) (scale * interpret(tape, sum ^ i));
      scale += i;
    }
    return sum;
  }

  private static int reflection(Tape tape, int v) {
    try {
      Method method = Interpreter.class.getMethod("interpret", Tape.class, int.class);
      return v + (int) method.invoke(null, tape, v);
    } catch (InvocationTargetException e) {
      tape.note("out of reflection");
      throw (RuntimeException) e.getCause();
    } catch (ReflectiveOperationException e) {
      throw new AssertionError(e);
    }
  }

  private static int proxy(Tape tape, int v) {
    Class<?>[] types = {IntUnaryOperator.class};
    Object proxy =
        Proxy.newProxyInstance(
            Interpreter.class.getClassLoader(),
            types,
            (self, method, arguments) -> interpret(tape, (int) arguments[0]));
    return v ^ ((IntUnaryOperator) proxy).applyAsInt(v);
  }

  private static int pause(Tape tape, int v) {
    if (tape.yields()) {
      Object token = new Object();
      if (Coroutine.yield(token) != token) {
        throw new AssertionError("resumed with something else");
      }
    }
    return v + 1;
  }

  private record Direct(Tape tape) implements Step {
    @Override
    public int take(int value) {
      return value * 3 - interpret(tape, value);
    }
  }
}
