package dev.respool.abi;

import java.lang.invoke.CallSite;
import java.lang.invoke.ConstantCallSite;
import java.lang.invoke.LambdaMetafactory;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;

/**
 * What the runtime knows of one transformed method: how its frames are resumed, by which tokens it
 * may be entered, and how its suspension points are described.
 *
 * <p>One instance stands behind the {@code invokedynamic} of each method's frame factory, so
 * compiled code sees a constant. The {@link Resumer} of the method is a lambda with a class of its
 * own, by which a frame finds back to this description.
 */
public final class SuspendableMethod {
  /** Whether every capture of a method that was entered through dispatch looks at the stack. */
  private static final boolean ALWAYS_LOOK = Boolean.getBoolean("dev.respool.verifyCaptures");

  private static final ClassValue<SuspendableMethod[]> BY_RESUMER =
      new ClassValue<>() {
        @Override
        protected SuspendableMethod[] computeValue(Class<?> resumer) {
          return new SuspendableMethod[1];
        }
      };

  private final Resumer resumer;
  private final Class<?> owner;
  private final String description;
  private final int[] tokens;
  private final long bound;
  private volatile ProvenTokens proven = ProvenTokens.NONE;

  private SuspendableMethod(Resumer resumer, Class<?> owner, String description, int[] tokens) {
    this.resumer = resumer;
    this.owner = owner;
    this.description = description;
    this.tokens = tokens;
    this.bound = (long) tokens[0] << 32;
  }

  /**
   * Links the frame factory of a transformed method (a bootstrap method, JVMS 4.7.23).
   *
   * @param lookup the transformed class
   * @param name the name of the resume method, for diagnosis
   * @param type {@code ()SuspendableMethod}
   * @param resume the resume method
   * @param abiVersion the version that the class was transformed for
   * @param description the method and its points, see {@link Description}
   * @param tokens the tokens by which the method may be entered, that of a bound call first
   * @return a constant call site
   * @throws Throwable if the class cannot be linked
   */
  public static CallSite link(
      MethodHandles.Lookup lookup,
      String name,
      MethodType type,
      MethodHandle resume,
      int abiVersion,
      String description,
      int... tokens)
      throws Throwable {
    Carrier carrier = Carrier.current();
    boolean suspending = carrier.suspending;
    carrier.suspending = false; // class loaders may run transformed code while this site is linked
    try {
      AbiVersion.require(abiVersion, lookup.lookupClass());
      Resumer resumer = resumer(lookup, resume);
      SuspendableMethod method =
          new SuspendableMethod(resumer, lookup.lookupClass(), description, tokens);
      BY_RESUMER.get(resumer.getClass())[0] = method;
      carrier.suspending = suspending;
      return new ConstantCallSite(MethodHandles.constant(SuspendableMethod.class, method));
    } catch (Throwable t) {
      carrier.abandon();
      throw t;
    }
  }

  private static Resumer resumer(MethodHandles.Lookup lookup, MethodHandle resume)
      throws Throwable {
    MethodType type = resume.type();
    return (Resumer)
        LambdaMetafactory.metafactory(
                lookup, "resume", MethodType.methodType(Resumer.class), type, resume, type)
            .getTarget()
            .invokeExact();
  }

  static SuspendableMethod of(Resumer resumer) {
    return BY_RESUMER.get(resumer.getClass())[0];
  }

  /**
   * Captures an activation: puts its frame behind those captured before, and decides whether its
   * caller can be captured too. If not, {@link Carrier#refusal} says why, and the activation must
   * call {@link Trampoline#refuse} once its frame is filled.
   *
   * @param frame a new frame of this method
   * @param carrier the current thread's carrier
   * @param token the token that the activation was entered with
   * @param point the suspension point
   */
  public void capture(Frame frame, Carrier carrier, long token, int point) {
    frame.resumer = resumer;
    frame.point = point;
    carrier.append(frame);
    verify(carrier, token);
  }

  /**
   * Refuses an activation whose caller cannot be captured.
   *
   * <p>A bound token needs no proof: no dispatch, and so nothing between. For another one the stack
   * is looked at once. It names the class of the receiver; dispatch on that class leads to the same
   * method each time, and that is this one, or a lambda's proxy that calls it.
   */
  void verify(Carrier carrier, long token) {
    if (token != bound && !proven.contains(token)) {
      look(carrier, token);
    }
  }

  private void look(Carrier carrier, long token) {
    if (!accepts(Token.of(token))) {
      carrier.refusal = CallerCheck.refusal();
      return;
    }
    carrier.refusal = CallerCheck.refusalUnlessTransformed();
    if (carrier.refusal == null && !ALWAYS_LOOK) {
      proven = proven.with(token);
    }
  }

  private boolean accepts(int token) {
    for (int accepted : tokens) {
      if (token == accepted) {
        return true;
      }
    }
    return false;
  }

  Class<?> owner() {
    return owner;
  }

  Description describe() {
    return Description.parse(owner, description);
  }
}
