package dev.respool.abi;

import java.lang.StackWalker.StackFrame;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Optional;
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
  private static final String MARK = "dev.respool.Suspendable";

  /** How kotlinc describes its {@code suspend} functions and the bodies that resume them. */
  private static final Pattern OF_KOTLIN =
      Pattern.compile(
          ".*\\QLkotlin/coroutines/Continuation;)Ljava/lang/Object;\\E"
              + "|\\QinvokeSuspend(Ljava/lang/Object;)Ljava/lang/Object;\\E");

  /** For a method that is annotated. */
  private static final String UNSEEN_CALLS =
      " (it is annotated; an agent must also find the classes that it calls: let the class loader"
          + " hand out their files by getResourceAsStream, or define them first)";

  static Obstacle of(Caller caller) {
    Class<?> type = caller.frame().getDeclaringClass();
    String method = caller.frame().getMethodName();
    if (caller.throughHandle()) {
      return new Obstacle(
          "the call there goes through a method handle, which is code of the JDK",
          "call the method itself");
    }
    if (method.equals("<clinit>")) {
      return new Obstacle(
          "a static initialiser cannot suspend", "compute the value before, or lazily in a method");
    }
    String refused = recorded(type.getName(), method);
    if (refused != null) {
      return ofRefusal(refused);
    }
    if (caller.isPointOfProxy()) {
      return new Obstacle(
          "the call there goes through a method reference that is serializable or was made in code"
              + " that is not suspendable",
          "annotate the method in which the reference is written with @Suspendable");
    }
    if (caller.isTransformed()) {
      return new Obstacle(
          "the call there is not a suspension point, because the method that it names is not"
              + " suspendable",
          "annotate the called method, where it is declared, with @Suspendable");
    }
    if (Proxy.isProxyClass(type)) {
      return new Obstacle("it is a JDK proxy", "call the target directly");
    }
    if (type.getName().startsWith("java.lang.reflect.") || isJdk(type)) {
      return new Obstacle(
          "it is code of the JDK, which is not transformed",
          "call the suspending method from a @Suspendable method instead of from a callback, for"
              + " example in a loop");
    }
    if (OF_KOTLIN.matcher(method + caller.frame().getDescriptor()).matches()) {
      return new Obstacle(
          "it belongs to Kotlin's own coroutines, which are left alone",
          "call the suspending method from an ordinary function that is annotated with"
              + " @Suspendable");
    }
    return new Obstacle(
        "the method was not transformed",
        "annotate "
            + toMark(caller.frame())
            + " with @Suspendable, and run with -javaagent:respool-agent.jar or build with"
            + " respool-maven-plugin"
            + (isMarked(caller.frame()) ? UNSEEN_CALLS : ""));
  }

  /** A refusal of the compiler has its remedy behind it. */
  private static Obstacle ofRefusal(String refused) {
    int remedy = refused.lastIndexOf("; ");
    return remedy < 0
        ? new Obstacle(refused, "change the method, or suspend outside of it")
        : new Obstacle(refused.substring(0, remedy), refused.substring(remedy + 2));
  }

  /** The body of a lambda has the mark of the method in which it is written. */
  private static String toMark(StackFrame frame) {
    boolean isBody =
        frame.getMethodName().indexOf('$') > 0
            || frame.getDeclaringClass().isSynthetic()
            || methodOf(frame).map(Method::isSynthetic).orElse(false);
    return isBody ? "the method in which the lambda is written" : "it";
  }

  private static boolean isMarked(StackFrame frame) {
    return isMarked(frame.getDeclaringClass())
        || methodOf(frame).map(Obstacle::isMarked).orElse(false);
  }

  /** Empty for a constructor, too. */
  private static Optional<Method> methodOf(StackFrame frame) {
    try {
      Class<?>[] parameters = frame.getMethodType().parameterArray();
      return Optional.of(
          frame.getDeclaringClass().getDeclaredMethod(frame.getMethodName(), parameters));
    } catch (NoSuchMethodException | LinkageError e) {
      return Optional.empty();
    }
  }

  private static boolean isMarked(AnnotatedElement element) {
    return Stream.of(element.getDeclaredAnnotations())
        .anyMatch(annotation -> annotation.annotationType().getName().equals(MARK));
  }

  static boolean isJdk(Class<?> type) {
    ClassLoader loader = type.getClassLoader();
    return loader == null || loader == ClassLoader.getPlatformClassLoader();
  }

  /** What an agent in this process noted about a method that it did not transform, or null. */
  private static String recorded(String className, String method) {
    try {
      Class<?> recorder = Class.forName(RECORDER, true, ClassLoader.getSystemClassLoader());
      return (String)
          recorder.getMethod("reason", String.class, String.class).invoke(null, className, method);
    } catch (ReflectiveOperationException | LinkageError e) {
      return null; // no agent
    }
  }
}
