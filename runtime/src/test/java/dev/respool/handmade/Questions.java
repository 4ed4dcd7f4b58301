package dev.respool.handmade;

import dev.respool.CoroutineBody;
import dev.respool.abi.AbiVersion;
import dev.respool.abi.AwakeMethods;
import dev.respool.abi.Carrier;
import dev.respool.abi.Shapes;
import dev.respool.abi.SuspendableMethod;
import dev.respool.abi.Suspension;
import dev.respool.abi.Trampoline;
import dev.respool.abi.Transformed;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.List;

/**
 * Written by hand as the compiler would write it, of:
 *
 * <pre>
 *   Object run(Object first) {                      // line 10
 *     String text = "" + first;
 *     try {
 *       for (int i = 0; i &lt; rounds; i++) {
 *         text += ask(i);                           // line 14
 *       }
 *       return text;
 *     } catch (RuntimeException | Error e) {
 *       log.add("unwound");
 *       throw e;
 *     }
 *   }
 *   static Object ask(int number) {
 *     Object answer = Coroutine.yield(number);      // line 23
 *     return number + "=" + answer + ";";
 *   }
 * </pre>
 */
public final class Questions implements CoroutineBody<Object, Object> {
  private static final int ASK = 1;
  private static final int RUN = 2;
  private static final MethodHandle ASK_FRAME =
      link(
          "ask",
          Shapes.R0P1.class,
          "ask\t(I)Ljava/lang/Object;\tQuestions.java\n"
              + "23\tdev/respool/Coroutine.yield(Ljava/lang/Object;)Ljava/lang/Object;\tp0\tnumber"
              + "\tI",
          ASK);
  private static final MethodHandle RUN_FRAME =
      link(
          "run",
          Shapes.R2P1.class,
          "run\t(Ljava/lang/Object;)Ljava/lang/Object;\tQuestions.java\n"
              + "14\t.ask(I)Ljava/lang/Object;\tr0\tthis\tLdev/respool/handmade/Questions;\tr1"
              + "\ttext\tLjava/lang/String;\tp0\ti\tI",
          RUN);

  private final int rounds;
  private final List<String> log;

  /** Asks so many questions; {@code log} gets a line if it is unwound. */
  public Questions(int rounds, List<String> log) {
    this.rounds = rounds;
    this.log = log;
  }

  private static MethodHandle link(String name, Class<?> shape, String description, int hash) {
    MethodType resume = MethodType.methodType(Object.class, Carrier.class, shape, Object.class);
    try {
      MethodHandles.Lookup lookup = MethodHandles.lookup();
      MethodHandle twin = lookup.findStatic(Questions.class, name, resume);
      MethodType make = MethodType.methodType(shape);
      return SuspendableMethod.link(
              lookup, name, make, twin, AbiVersion.CURRENT, description, hash, 1)
          .getTarget();
    } catch (Throwable e) {
      throw new ExceptionInInitializerError(e);
    }
  }

  private static Object make(MethodHandle frame) {
    try {
      return frame.invoke();
    } catch (Throwable e) {
      throw new AssertionError(e);
    }
  }

  @Override
  public Object run(Object first) throws Exception {
    Carrier carrier = AwakeMethods.at(RUN).enter(Questions.class);
    long entry = carrier.entry;
    String text = "" + first;
    try {
      for (int i = 0; i < rounds; i++) {
        Carrier.callBound(carrier, entry, 0);
        Object answer = ask(i);
        if (Carrier.suspended(carrier)) {
          Shapes.R2P1 frame = respool$frame$run$23ee0a0e17acc5fe();
          spill(frame, this, text, i);
          try {
            return Trampoline.capture(frame, carrier, entry);
          } catch (Throwable t) {
            throw thrown(t);
          }
        }
        text += answer;
      }
      return text;
    } catch (RuntimeException | Error e) {
      log.add("unwound");
      throw e;
    }
  }

  @Transformed(points = "dev.respool.handmade.Questions.ask(I)Ljava/lang/Object;")
  private static Object run(Carrier carrier, Shapes.R2P1 frame, Object value) throws Throwable {
    Questions self = (Questions) frame.r0;
    String text = (String) frame.r1;
    int i = (int) frame.p0;
    Object answer = value;
    try {
      if (carrier.throwing) {
        throw carrier.thrown(value);
      }
      for (; ; ) {
        text += answer;
        i++;
        if (i >= self.rounds) {
          return text;
        }
        Carrier.callBound(carrier, frame.number(), 0);
        answer = ask(i);
        if (carrier.suspending != 0) {
          frame.point = 0;
          spill(frame, self, text, i);
          return null;
        }
      }
    } catch (RuntimeException | Error e) {
      self.log.add("unwound");
      throw e;
    }
  }

  private static void spill(Shapes.R2P1 frame, Questions self, String text, int i) {
    frame.r0 = self;
    frame.r1 = text;
    frame.p0 = i;
  }

  @Transformed(points = "dev.respool.handmade.Questions.ask(I)Ljava/lang/Object;")
  private static Shapes.R2P1 respool$frame$run$23ee0a0e17acc5fe() {
    return (Shapes.R2P1) make(RUN_FRAME);
  }

  /** Yields a number and returns the answer with it. */
  static Object ask(int number) throws Exception {
    Carrier carrier = AwakeMethods.at(ASK).enter(Questions.class);
    long entry = carrier.entry;
    Object answer = Suspension.yieldValue(number, carrier);
    if (Carrier.suspended(carrier)) {
      Shapes.R0P1 frame = respool$frame$ask$69133b99a0492cd7();
      frame.p0 = number;
      try {
        return Trampoline.capture(frame, carrier, entry);
      } catch (Throwable t) {
        throw thrown(t);
      }
    }
    return number + "=" + answer + ";";
  }

  @Transformed(points = {})
  private static Object ask(Carrier carrier, Shapes.R0P1 frame, Object value) throws Throwable {
    int number = (int) frame.p0;
    if (carrier.throwing) {
      throw carrier.thrown(value);
    }
    return number + "=" + value + ";";
  }

  @Transformed(points = {})
  private static Shapes.R0P1 respool$frame$ask$69133b99a0492cd7() {
    return (Shapes.R0P1) make(ASK_FRAME);
  }

  /** Bytecode needs no throws clause. */
  private static Exception thrown(Throwable t) {
    if (t instanceof Error error) {
      throw error;
    }
    return (Exception) t;
  }
}
