package dev.respool.abi;

import java.lang.invoke.CallSite;
import java.lang.invoke.ConstantCallSite;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.concurrent.TimeUnit;

/**
 * What the runtime knows of one transformed method: how its frames are resumed, which calls enter
 * it directly, and how its suspension points are described.
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

  /** As the name of a call site that makes frames. */
  private static final String DEBUGGABLE = "shown";

  /** So many captures in so short a time cost a thousandth of it or more: then it is woken. */
  private static final int OFTEN = 16;

  private static final long SHORT_TIME = TimeUnit.MILLISECONDS.toNanos(16);

  private final Class<?> owner;
  private final String description;
  private final int slot;
  private final long number;
  private final ProvenCalls proven = new ProvenCalls();
  private Description described;
  private SuspendableCode code;

  /** Whether it is one of {@link AwakeMethods}. */
  private volatile boolean awake;

  /** Whether it has been captured or resumed since {@link AwakeMethods} asked last. */
  private boolean moved;

  /** How often it has been captured while it was dormant, of late. */
  private int looks;

  /** When these captures began. */
  private long since;

  private SuspendableMethod(Class<?> owner, String description, int slot, int points) {
    this.owner = owner;
    this.description = description;
    this.slot = slot;
    this.number = Site.allocate(points);
  }

  /**
   * Links the frame factory of a transformed method (a bootstrap method, JVMS 4.7.23), when an
   * activation of it is captured for the first time.
   *
   * @param lookup the transformed class
   * @param name {@code shown} if the method was compiled for debuggers
   * @param type from the numbers of cells, for a wide shape only, to the shape of the frames
   * @param resume the resume method
   * @param abiVersion the version that the class was transformed for
   * @param description the method and its points, see {@link Description}
   * @param slot of the method, see {@link AwakeMethods}
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
      int slot,
      int points)
      throws Throwable {
    Carrier carrier = CarrierTable.current();
    try {
      return carrier.aside(
          () -> {
            Class<?> owner = lookup.lookupClass();
            AbiVersion.require(abiVersion, owner);
            SuspendableMethod made = new SuspendableMethod(owner, description, slot, points);
            return link(lookup, type, resume, made, name.equals(DEBUGGABLE));
          });
    } catch (Throwable t) {
      carrier.abandon();
      throw t;
    }
  }

  private static CallSite link(
      MethodHandles.Lookup lookup,
      MethodType type,
      MethodHandle resume,
      SuspendableMethod method,
      boolean debuggable) {
    try {
      MethodHandle constructor = FrameClass.define(lookup, type, resume, method, debuggable);
      return new ConstantCallSite(constructor.asType(type));
    } catch (ReflectiveOperationException e) {
      throw new LinkageError("no class for the frames of " + method.owner.getName(), e);
    }
  }

  /**
   * Decides whether the caller of the activation captured last can be captured too. If not, {@link
   * Carrier#refusal} says why.
   *
   * <p>The method's own token tells for certain that the caller has told it, for this call.
   * Otherwise the stack tells: always if a tool has changed the class.
   */
  void verify(Carrier carrier, long entry) {
    int token = (int) entry;
    noteMove();
    if (!proven.told(token) || ALWAYS_LOOK) {
      look(carrier, token);
    }
  }

  private void look(Carrier carrier, int token) {
    carrier.unwindsDormant();
    Frame activation = carrier.last;
    CallerCheck.Answer answer = carrier.aside(CallerCheck::ofCaptured);
    carrier.refusal = answer.refusal();
    if (answer.isProof() && token < 0 && !ALWAYS_LOOK) {
      carrier.claim = new Claim(token, proven, activation);
    }
  }

  /** Notes that an activation of the method stands where the stack had to be looked at. */
  void looked() {
    if (++looks >= OFTEN && !awake) {
      long now = System.nanoTime();
      if (now - since < SHORT_TIME) {
        AwakeMethods.wake(this);
      }
      looks = 0;
      since = now;
    }
  }

  /** Whether it has been captured or resumed since this was asked last. */
  boolean isRestless() {
    boolean restless = moved;
    moved = false;
    return restless;
  }

  private void noteMove() {
    if (!moved) {
      moved = true;
    }
  }

  /** For {@link AwakeMethods}. What is proven of a method holds only as long as it takes tokens. */
  void setAwake(boolean now) {
    awake = now;
    if (now) {
      proven.open();
    } else {
      proven.close();
    }
  }

  /**
   * The number of the method, as {@link AwakeMethods#number}, for an activation that is resumed.
   *
   * @return 0 if it is dormant
   */
  public long awakeNumber() {
    if (!awake) {
      return 0;
    }
    noteMove();
    return number;
  }

  /** Its slot among the {@link AwakeMethods}. */
  int slot() {
    return slot;
  }

  /** From which the numbers of the method's sites count, in the upper half. */
  long number() {
    return number;
  }

  Class<?> owner() {
    return owner;
  }

  /** Found when it is first asked for: most methods are never saved. */
  SuspendableCode code() {
    SuspendableCode found = code;
    if (found == null) {
      Description description = describe();
      found =
          SuspendableCode.find(owner, description.method(), description.descriptor()).orElseThrow();
      code = found;
    }
    return found;
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
