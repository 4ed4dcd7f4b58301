package dev.respool.abi;

import java.lang.invoke.CallSite;
import java.lang.invoke.ConstantCallSite;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;

/**
 * What the runtime knows of one transformed method: how its frames are resumed, by which tokens it
 * may be entered, and how its suspension points are described.
 *
 * <p>It is made when the method's frame factory is linked, together with the class of its frames.
 */
public final class SuspendableMethod {
  private static final String VERIFY_CAPTURES = System.getProperty("dev.respool.verifyCaptures");

  /**
   * Whether every capture looks at the stack: by default where assertions are on, as in tests, in
   * which a tool for mocks may have woven itself into any method.
   */
  static final boolean ALWAYS_LOOK =
      VERIFY_CAPTURES == null
          ? SuspendableMethod.class.desiredAssertionStatus()
          : Boolean.parseBoolean(VERIFY_CAPTURES);

  /** Whether captures in classes that a tool has changed look at the stack: unless forbidden. */
  private static final boolean MAY_LOOK = !"false".equals(VERIFY_CAPTURES);

  private final Class<?> owner;
  private final LoadedClass loaded;
  private final String description;
  private final int[] tokens;
  private final long bound;
  private volatile ProvenTokens proven = ProvenTokens.NONE;
  private Description described;

  private SuspendableMethod(Class<?> owner, String description, int[] tokens) {
    this.owner = owner;
    this.loaded = LoadedClass.of(owner);
    this.description = description;
    this.tokens = tokens;
    this.bound = (long) tokens[0] << 32;
  }

  /**
   * Links the frame factory of a transformed method (a bootstrap method, JVMS 4.7.23).
   *
   * @param lookup the transformed class
   * @param name the name of the resume method, for diagnosis
   * @param type from the numbers of cells, for a wide shape only, to the shape of the frames
   * @param resume the resume method
   * @param abiVersion the version that the class was transformed for
   * @param description the method and its points, see {@link Description}
   * @param tokens the tokens by which the method may be entered, that of a bound call first
   * @return a constant call site that makes a frame
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
      SuspendableMethod method = new SuspendableMethod(lookup.lookupClass(), description, tokens);
      MethodHandle constructor = FrameClass.define(lookup, type, resume, method);
      carrier.suspending = suspending;
      return new ConstantCallSite(constructor.asType(type));
    } catch (Throwable t) {
      carrier.abandon();
      throw t;
    }
  }

  /**
   * Decides whether the caller of the activation captured last can be captured too. If not, {@link
   * Carrier#refusal} says why.
   *
   * <p>A bound token needs no proof: no dispatch, and so nothing between. For another one the stack
   * is looked at once. It names the class of the receiver; dispatch on that class leads to the same
   * method each time, and that is this one, or a lambda's proxy that calls it. Both hold until a
   * tool changes the class.
   */
  void verify(Carrier carrier, long token) {
    if (looksAlways() || token != bound && !proven.contains(token)) {
      look(carrier, token);
    }
  }

  private boolean looksAlways() {
    return ALWAYS_LOOK || MAY_LOOK && loaded.isChanged();
  }

  private void look(Carrier carrier, long token) {
    if (!accepts(Token.of(token))) {
      carrier.refusal = CallerCheck.refusal();
      return;
    }
    carrier.refusal = CallerCheck.refusalUnlessTransformed();
    if (carrier.refusal == null && !looksAlways()) {
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

  /** Parsed when it is first asked for: most methods are never looked at. */
  Description describe() {
    Description parsed = described;
    if (parsed == null) {
      parsed = Description.parse(owner, description);
      described = parsed;
    }
    return parsed;
  }
}
