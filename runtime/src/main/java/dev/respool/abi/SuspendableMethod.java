package dev.respool.abi;

import java.lang.invoke.CallSite;
import java.lang.invoke.ConstantCallSite;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;

/**
 * What the runtime knows of one transformed method: how its frames are resumed, with which tokens
 * it is entered directly, and how its suspension points are described.
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
  private final long number;
  private final ProvenTokens proven = new ProvenTokens();
  private Description described;

  private SuspendableMethod(Class<?> owner, String description, long number) {
    this.owner = owner;
    this.loaded = LoadedClass.of(owner);
    this.description = description;
    this.number = number;
  }

  /**
   * Links the frame factory of a transformed method (a bootstrap method, JVMS 4.7.23). That wakes
   * the method: this happens when an activation of it is captured for the first time.
   *
   * @param lookup the transformed class
   * @param name the name of the resume method, for diagnosis
   * @param type from the numbers of cells, for a wide shape only, to the shape of the frames
   * @param resume the resume method
   * @param abiVersion the version that the class was transformed for
   * @param description the method and its points, see {@link Description}
   * @param method the hash by which {@link AwakeMethods} knows the method
   * @param points how many suspension points it has
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
      int method,
      int points)
      throws Throwable {
    Carrier carrier = Carrier.current();
    try {
      return carrier.aside(
          () -> {
            Class<?> owner = lookup.lookupClass();
            AbiVersion.require(abiVersion, owner);
            long number = AwakeMethods.wake(owner, method, points);
            return link(lookup, type, resume, new SuspendableMethod(owner, description, number));
          });
    } catch (Throwable t) {
      carrier.abandon();
      throw t;
    }
  }

  private static CallSite link(
      MethodHandles.Lookup lookup, MethodType type, MethodHandle resume, SuspendableMethod method) {
    try {
      MethodHandle constructor = FrameClass.define(lookup, type, resume, method);
      return new ConstantCallSite(constructor.asType(type));
    } catch (ReflectiveOperationException e) {
      throw new LinkageError("no class for the frames of " + method.owner.getName(), e);
    }
  }

  /**
   * Decides whether the caller of the activation captured last can be captured too. If not, {@link
   * Carrier#refusal} says why.
   *
   * <p>A token that is proven for this method tells for certain that the caller has told it, for
   * this call, until a tool changes the class. Otherwise the stack tells.
   */
  void verify(Carrier carrier, long entry) {
    int token = (int) entry;
    if (token <= 0 || looksAlways() || !proven.contains(token)) {
      look(carrier, token);
    }
  }

  private boolean looksAlways() {
    return ALWAYS_LOOK || MAY_LOOK && loaded.isChanged();
  }

  private void look(Carrier carrier, int token) {
    carrier.unwindsDormant();
    Frame captured = carrier.last;
    CallerCheck.Answer answer = carrier.aside(CallerCheck::ofCaptured);
    carrier.refusal = answer.refusal();
    if (answer.isProof() && token < 0 && !looksAlways()) {
      carrier.claim(token, proven, captured);
    }
  }

  /** See {@link AwakeMethods#number}. */
  long number() {
    return number;
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
