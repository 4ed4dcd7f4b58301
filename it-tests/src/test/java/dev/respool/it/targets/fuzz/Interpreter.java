package dev.respool.it.targets.fuzz;

import dev.respool.CoroutineBody;
import dev.respool.Suspendable;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.lang.reflect.UndeclaredThrowableException;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.IntUnaryOperator;

/** Runs a trace and leaves a log, which says nothing of suspensions. */
@Suspendable
public final class Interpreter implements Callee {
  private static final Operation[] OPERATIONS = Operation.values();
  private static final int DEEPEST = 12;

  /** What a trace throws. */
  private static final class Thrown extends RuntimeException {
    private static final long serialVersionUID = 1;
    private final int code;

    Thrown(int code) {
      super(null, null, false, false);
      this.code = code;
    }
  }

  private final byte[] trace;
  private final Pause pause;
  private final StringBuilder log = new StringBuilder();
  private final Set<Operation> suspendedIn;
  private Set<Operation> active = EnumSet.noneOf(Operation.class);
  private int at;
  private int foreign;

  private Interpreter(byte[] trace, Pause pause, Set<Operation> suspendedIn) {
    this.trace = trace;
    this.pause = pause;
    this.suspendedIn = suspendedIn;
  }

  /**
   * Runs a trace.
   *
   * @param trace ordinals of operations
   * @param pause what a yield does; null for nothing
   * @param suspendedIn gets the operations that were being carried out at a suspension, and the
   *     foreign ones in which one was refused
   * @return the log
   */
  public static String run(byte[] trace, Pause pause, Set<Operation> suspendedIn) {
    Interpreter interpreter = new Interpreter(trace, pause, suspendedIn);
    try {
      interpreter.note('=', 0, interpreter.body(0, 1));
    } catch (Thrown e) {
      interpreter.note('!', 0, e.code);
    }
    return interpreter.log.toString();
  }

  /** The same as the body of a coroutine. */
  public static CoroutineBody<Object, Object> coroutineBody(
      byte[] trace, Set<Operation> suspendedIn) {
    return x -> run(trace, new YieldingPause(), suspendedIn);
  }

  private Operation next() {
    return at < trace.length ? OPERATIONS[trace[at++]] : Operation.RETURN;
  }

  private void note(char what, int depth, int x) {
    log.append(what).append(depth).append(':').append(x).append(' ');
  }

  @Override
  public int body(int depth, int x) {
    int value = x;
    for (Operation next = next(); next != Operation.RETURN; next = next()) {
      if (next == Operation.YIELD) {
        yieldHere();
      } else if (next == Operation.THROW) {
        note('t', depth, value);
        throw new Thrown(value);
      } else if (depth < DEEPEST) {
        value = call(next, depth, value);
      }
      note((char) ('A' + next.ordinal()), depth, value);
    }
    return value * 31 + 7;
  }

  private void yieldHere() {
    if (pause == null) {
      return;
    }
    Set<Operation> then = EnumSet.copyOf(active);
    boolean suspended = pause.pause(foreign > 0);
    if (!active.equals(then) || suspended == foreign > 0) {
      log.append("lost frames in ").append(then);
    }
    suspendedIn.addAll(then);
  }

  /** Notes what is being carried out, whichever way it ends. */
  private int call(Operation operation, int depth, int x) {
    Set<Operation> outer = active;
    active = EnumSet.copyOf(outer);
    active.add(operation);
    foreign += operation.isForeign() ? 1 : 0;
    try {
      return dispatch(operation, depth + 1, x);
    } finally {
      foreign -= operation.isForeign() ? 1 : 0;
      active = outer;
    }
  }

  private int dispatch(Operation operation, int depth, int x) {
    return switch (operation) {
      case CALL -> x + body(depth, x + 1);
      case CALL_DOUBLE -> (int) (x * 0.25 + (x + 1L) * withDouble(depth, x * 0.5) - x / 3f);
      case CALL_MANY -> many(depth, x);
      case CALL_INTERFACE -> through(this, depth, x);
      case LOCALS -> locals(depth, x);
      case CATCH -> caught(depth, x);
      case LOOP -> loop(depth, x);
      case ARGUMENT -> new Pair(x, body(depth, x), new Pair(body(depth, 2), x, null)).sum();
      case CONSTRUCTOR -> new Node(this, depth, x).value;
      case LAMBDA -> lambda(depth, x);
      case REFERENCE -> reference(x);
      case REFLECTION -> reflection(depth, x);
      case PROXY -> proxy(depth, x);
      case FOR_EACH -> forEach(depth, x);
      default -> throw new IllegalArgumentException(operation.toString());
    };
  }

  private double withDouble(int depth, double x) {
    double half = x / 2;
    return half + body(depth, (int) x) + half * 3;
  }

  private static int through(Callee callee, int depth, int x) {
    return x ^ callee.body(depth, x);
  }

  private int locals(int depth, int x) {
    boolean odd = (x & 1) == 1;
    byte small = (byte) x;
    short middle = (short) (x * 3);
    char letter = (char) ('a' + (x & 15));
    long large = x * 1_000_000_007L;
    float real = x / 3f;
    double precise = x / 7.0;
    String text = "x" + x;
    int[] array = {x, x + 1};
    Object nothing = null;
    int merged = odd ? small : middle;
    int result = body(depth, merged);
    array[1] += result;
    return (odd ? 1 : 0)
        + small * 3
        + middle
        + letter
        + (int) (large >>> 7)
        + (int) real
        + (int) (precise * 2)
        + text.length()
        + array[0]
        + array[1]
        + (nothing == null ? merged : 0);
  }

  private int caught(int depth, int x) {
    int result = x;
    try {
      result += body(depth, x);
    } catch (Thrown e) {
      result ^= e.code;
      note('c', depth, result);
      result += body(depth, result);
    } finally {
      note('f', depth, result);
      result += body(depth, 3);
    }
    return result;
  }

  private int loop(int depth, int x) {
    int sum = x;
    for (int i = 0; i < 3; i++) {
      sum = sum * 17 + body(depth, i);
    }
    return sum;
  }

  private record Pair(int one, int other, Pair more) {
    int sum() {
      return one * 5 + other * 3 + (more == null ? 0 : more.sum());
    }
  }

  @Suspendable
  private static final class Node {
    private final int before;
    private final int value;

    Node(Interpreter interpreter, int depth, int x) {
      before = x * 2;
      int inside = interpreter.body(depth, x);
      value = before + inside;
    }
  }

  private int lambda(int depth, int x) {
    int captured = x * 3;
    Callee callee = (d, y) -> captured + body(d, y) + x;
    return callee.body(depth, x);
  }

  private int reference(int x) {
    IntUnaryOperator function = this::deepest;
    return x + function.applyAsInt(x);
  }

  private int deepest(int x) {
    return body(DEEPEST - 1, x);
  }

  private int reflection(int depth, int x) {
    try {
      return (Integer)
          Callee.class.getMethod("body", int.class, int.class).invoke(this, depth, x + 2);
    } catch (InvocationTargetException e) {
      throw (RuntimeException) e.getCause();
    } catch (ReflectiveOperationException e) {
      throw new AssertionError(e);
    }
  }

  private int proxy(int depth, int x) {
    Callee callee =
        (Callee)
            Proxy.newProxyInstance(
                Callee.class.getClassLoader(),
                new Class<?>[] {Callee.class},
                (self, method, arguments) -> body(depth, (Integer) arguments[1]));
    try {
      return callee.body(depth, x);
    } catch (UndeclaredThrowableException e) {
      throw new AssertionError(e);
    }
  }

  private int forEach(int depth, int x) {
    int[] sum = {x};
    List.of(1, 2).forEach(i -> sum[0] += body(depth, i));
    return sum[0];
  }

  private int many(int depth, int x) {
    Object boxed = x;
    return many(
        depth,
        x + 0,
        (long) x * 1,
        x / 3.0,
        x + 3.5f,
        boxed,
        (byte) (x + 5),
        (short) (x * 6),
        (char) ('a' + (x & 7)),
        (x & 3) == 0,
        "s9",
        x + 10,
        (long) x * 11,
        x / 13.0,
        x + 13.5f,
        boxed,
        (byte) (x + 15),
        (short) (x * 16),
        (char) ('a' + (x & 7)),
        (x & 1) == 0,
        "s19",
        x + 20,
        (long) x * 21,
        x / 23.0,
        x + 23.5f,
        boxed,
        (byte) (x + 25),
        (short) (x * 26),
        (char) ('a' + (x & 7)),
        (x & 2) == 0,
        "s29",
        x + 30,
        (long) x * 31,
        x / 33.0,
        x + 33.5f,
        boxed,
        (byte) (x + 35),
        (short) (x * 36),
        (char) ('a' + (x & 7)),
        (x & 3) == 0,
        "s39",
        x + 40,
        (long) x * 41,
        x / 43.0,
        x + 43.5f,
        boxed,
        (byte) (x + 45),
        (short) (x * 46),
        (char) ('a' + (x & 7)),
        (x & 1) == 0,
        "s49",
        x + 50,
        (long) x * 51,
        x / 53.0,
        x + 53.5f,
        boxed,
        (byte) (x + 55),
        (short) (x * 56),
        (char) ('a' + (x & 7)),
        (x & 2) == 0,
        "s59",
        x + 60);
  }

  private int many(
      int depth,
      int a0,
      long a1,
      double a2,
      float a3,
      Object a4,
      byte a5,
      short a6,
      char a7,
      boolean a8,
      String a9,
      int a10,
      long a11,
      double a12,
      float a13,
      Object a14,
      byte a15,
      short a16,
      char a17,
      boolean a18,
      String a19,
      int a20,
      long a21,
      double a22,
      float a23,
      Object a24,
      byte a25,
      short a26,
      char a27,
      boolean a28,
      String a29,
      int a30,
      long a31,
      double a32,
      float a33,
      Object a34,
      byte a35,
      short a36,
      char a37,
      boolean a38,
      String a39,
      int a40,
      long a41,
      double a42,
      float a43,
      Object a44,
      byte a45,
      short a46,
      char a47,
      boolean a48,
      String a49,
      int a50,
      long a51,
      double a52,
      float a53,
      Object a54,
      byte a55,
      short a56,
      char a57,
      boolean a58,
      String a59,
      int a60) {
    long sum = body(depth, a0);
    sum = sum * 31 + a0;
    sum = sum * 31 + a1;
    sum = sum * 31 + (long) (a2 * 8);
    sum = sum * 31 + (long) a3;
    sum = sum * 31 + a4.hashCode();
    sum = sum * 31 + a5;
    sum = sum * 31 + a6;
    sum = sum * 31 + a7;
    sum = sum * 31 + (a8 ? 3 : 5);
    sum = sum * 31 + a9.length();
    sum = sum * 31 + a10;
    sum = sum * 31 + a11;
    sum = sum * 31 + (long) (a12 * 8);
    sum = sum * 31 + (long) a13;
    sum = sum * 31 + a14.hashCode();
    sum = sum * 31 + a15;
    sum = sum * 31 + a16;
    sum = sum * 31 + a17;
    sum = sum * 31 + (a18 ? 3 : 5);
    sum = sum * 31 + a19.length();
    sum = sum * 31 + a20;
    sum = sum * 31 + a21;
    sum = sum * 31 + (long) (a22 * 8);
    sum = sum * 31 + (long) a23;
    sum = sum * 31 + a24.hashCode();
    sum = sum * 31 + a25;
    sum = sum * 31 + a26;
    sum = sum * 31 + a27;
    sum = sum * 31 + (a28 ? 3 : 5);
    sum = sum * 31 + a29.length();
    sum = sum * 31 + a30;
    sum = sum * 31 + a31;
    sum = sum * 31 + (long) (a32 * 8);
    sum = sum * 31 + (long) a33;
    sum = sum * 31 + a34.hashCode();
    sum = sum * 31 + a35;
    sum = sum * 31 + a36;
    sum = sum * 31 + a37;
    sum = sum * 31 + (a38 ? 3 : 5);
    sum = sum * 31 + a39.length();
    sum = sum * 31 + a40;
    sum = sum * 31 + a41;
    sum = sum * 31 + (long) (a42 * 8);
    sum = sum * 31 + (long) a43;
    sum = sum * 31 + a44.hashCode();
    sum = sum * 31 + a45;
    sum = sum * 31 + a46;
    sum = sum * 31 + a47;
    sum = sum * 31 + (a48 ? 3 : 5);
    sum = sum * 31 + a49.length();
    sum = sum * 31 + a50;
    sum = sum * 31 + a51;
    sum = sum * 31 + (long) (a52 * 8);
    sum = sum * 31 + (long) a53;
    sum = sum * 31 + a54.hashCode();
    sum = sum * 31 + a55;
    sum = sum * 31 + a56;
    sum = sum * 31 + a57;
    sum = sum * 31 + (a58 ? 3 : 5);
    sum = sum * 31 + a59.length();
    sum = sum * 31 + a60;
    return (int) sum;
  }
}
