package dev.respool.abi;

import java.lang.StackWalker.StackFrame;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Why a frame cannot be captured, in words.
 *
 * @param reason what is the matter with it
 * @param remedy what to do
 */
record Obstacle(String reason, String remedy) {
  private static final String RECORDER = "dev.respool.agent.Refusals";

  /** How kotlinc describes its {@code suspend} functions and the bodies that resume them. */
  private static final Pattern OF_KOTLIN =
      Pattern.compile(
          ".*\\QLkotlin/coroutines/Continuation;)Ljava/lang/Object;\\E"
              + "|\\QinvokeSuspend(Ljava/lang/Object;)Ljava/lang/Object;\\E");

  /** For a method that is annotated. */
  private static final String UNSEEN_CALLS =
      " (it is annotated; an agent must also find the classes that it calls: let the class loader"
          + " hand out their files by getResourceAsStream, or define them first)";

  /** The first that knows a reason gives it. */
  static Obstacle of(Caller caller) {
    return Stream.<Function<Caller, Optional<Obstacle>>>of(
            Obstacle::ofHandle,
            Obstacle::ofInitialiser,
            Obstacle::ofProxy,
            Obstacle::ofRecorded,
            Obstacle::ofReference,
            Obstacle::ofOtherCall,
            Obstacle::ofJdk,
            Obstacle::ofKotlin)
        .flatMap(reason -> reason.apply(caller).stream())
        .findFirst()
        .orElseGet(() -> ofUntransformed(caller.frame()));
  }

  private static Optional<Obstacle> when(boolean holds, String reason, String remedy) {
    return holds ? Optional.of(new Obstacle(reason, remedy)) : Optional.empty();
  }

  private static Optional<Obstacle> ofHandle(Caller caller) {
    return when(
        caller.throughHandle(),
        "the call there goes through a method handle, which is code of the JDK",
        "call the method itself");
  }

  private static Optional<Obstacle> ofInitialiser(Caller caller) {
    return when(
        caller.frame().getMethodName().equals("<clinit>"),
        "a static initialiser cannot suspend",
        "compute the value before, or lazily in a method");
  }

  private static Optional<Obstacle> ofRecorded(Caller caller) {
    StackFrame frame = caller.frame();
    return Optional.ofNullable(recorded(frame.getDeclaringClass().getName(), frame.getMethodName()))
        .map(Obstacle::ofRefusal);
  }

  /** A refusal of the compiler has its remedy behind it. */
  private static Obstacle ofRefusal(String refused) {
    int remedy = refused.lastIndexOf("; ");
    return remedy < 0
        ? new Obstacle(refused, "change the method, or suspend outside of it")
        : new Obstacle(refused.substring(0, remedy), refused.substring(remedy + 2));
  }

  private static Optional<Obstacle> ofReference(Caller caller) {
    return when(
        caller.isPointOfProxy(),
        "the call there goes through a method reference that is serializable or was made in code"
            + " that is not suspendable",
        "annotate the method in which the reference is written with @Suspendable");
  }

  /**
   * The frame is transformed, or would be if its method called something suspendable: it calls an
   * override by the name of a method that is not suspendable.
   */
  private static Optional<Obstacle> ofOtherCall(Caller caller) {
    Optional<Overridden> overridden =
        caller.isTransformed() || Marks.isMarked(caller.frame())
            ? Overridden.by(caller.callee())
            : Optional.empty();
    return overridden
        .map(method -> new Obstacle(method.reason(), method.remedy()))
        .or(
            () ->
                when(
                    caller.isTransformed(),
                    "the call there is not a suspension point, because the method that it names is"
                        + " not suspendable",
                    "annotate the called method, where it is declared, with @Suspendable"));
  }

  private static Optional<Obstacle> ofProxy(Caller caller) {
    return StandIn.before(caller).map(proxy -> new Obstacle(proxy.reason(), proxy.remedy()));
  }

  private static Optional<Obstacle> ofJdk(Caller caller) {
    return when(
        isJdk(caller.frame().getDeclaringClass()),
        "it is code of the JDK, which is not transformed",
        JdkRemedy.of(JdkCall.into(caller.frame())));
  }

  private static Optional<Obstacle> ofKotlin(Caller caller) {
    return when(
        OF_KOTLIN.matcher(TransformedCode.nameOf(caller.frame())).matches(),
        "it belongs to Kotlin's own coroutines, which are left alone",
        "call the suspending method from an ordinary function that is annotated with"
            + " @Suspendable");
  }

  private static Obstacle ofUntransformed(StackFrame frame) {
    return new Obstacle(
        "the method was not transformed",
        "annotate "
            + (Marks.isBodyOfLambda(frame) ? "the method in which the lambda is written" : "it")
            + " with @Suspendable, and run with -javaagent:respool-agent.jar or build with"
            + " respool-maven-plugin"
            + (Marks.isMarked(frame) ? UNSEEN_CALLS : ""));
  }

  static boolean isJdk(Class<?> type) {
    ClassLoader loader = type.getClassLoader();
    return loader == null
        || loader == ClassLoader.getPlatformClassLoader()
        || type.getName().startsWith("java.lang.reflect.");
  }

  /** What an agent in this process noted about a method that it did not transform, or null. */
  static String recorded(String className, String method) {
    try {
      Class<?> recorder = Class.forName(RECORDER, true, ClassLoader.getSystemClassLoader());
      return (String)
          recorder.getMethod("reason", String.class, String.class).invoke(null, className, method);
    } catch (ReflectiveOperationException | LinkageError e) {
      return null; // no agent
    }
  }
}
