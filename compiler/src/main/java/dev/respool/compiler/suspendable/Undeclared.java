package dev.respool.compiler.suspendable;

import java.util.Optional;
import org.objectweb.asm.Opcodes;

/**
 * Tells methods for which a source has no place to put a mark. Most are synthetic. The body of a
 * lambda that is not, as kotlinc leaves them, is known by its role: its class makes a function of
 * it, and it has a dollar sign in its name, as only generated code should (JLS 3.8). The names of
 * the others are as compilers make them:
 *
 * <ul>
 *   <li>the constructor of an anonymous class (JLS 13.1)
 *   <li>kotlinc 2: {@code invoke} of an anonymous class, of a callable reference or of a lambda
 *       that is a class of its own
 *   <li>scalac 2.13: {@code liftedTree1$1}, a {@code try} inside an expression; 2.13 and 3: {@code
 *       run$default$1}, a default argument; {@code run$}, the static twin of a trait's method
 *   <li>groovyc 4: {@code doCall} of the class {@code Pump$_run_lambda1}, the body of a lambda
 * </ul>
 */
public final class Undeclared {
  private static final String BODIES = "$DefaultImpls";
  private static final String DEFAULT_ARGUMENT = "$default$";
  private static final String LIFTED = "liftedTree";
  private static final String LAMBDA = "_lambda";

  private Undeclared() {}

  /**
   * Whether a method is one.
   *
   * @param method the method
   * @param access its access flags
   * @param isFunction whether its class makes a lambda or method reference of it
   * @return false if the source can mark it
   */
  public static boolean is(MethodKey method, int access, boolean isFunction) {
    return (access & Opcodes.ACC_SYNTHETIC) != 0
        || isNameInAnonymous(method.name()) && isNameOfAnonymous(method.owner())
        || method.name().equals("doCall") && isNameOfLambda(method.owner())
        || isFunction && method.name().indexOf('$') > 0
        || isNameOfPart(method.name());
  }

  /**
   * Whether such a class may have one that is not synthetic, whatever its methods' names.
   *
   * @param internalName of the class
   * @return true for an anonymous class, for a lambda that is a class of its own and for the bodies
   *     of an interface
   */
  public static boolean isNameOfOwner(String internalName) {
    return isNameOfAnonymous(internalName)
        || isNameOfLambda(internalName)
        || internalName.endsWith(BODIES);
  }

  /**
   * Whether a method is one by its name alone.
   *
   * @param method its name; has a dollar sign if the answer is yes
   * @return true for the names of parts of methods
   */
  public static boolean isNameOfPart(String method) {
    int dollar = method.lastIndexOf('$');
    return dollar >= 0
        && (dollar > 0 && dollar == method.length() - 1
            || isNumber(method, dollar + 1)
                && (isDefaultArgument(method, dollar) || isLifted(method, dollar)));
  }

  private static boolean isDefaultArgument(String method, int dollar) {
    int end = DEFAULT_ARGUMENT.length() - 1;
    return dollar > end && method.startsWith(DEFAULT_ARGUMENT, dollar - end);
  }

  private static boolean isLifted(String method, int dollar) {
    return method.startsWith(LIFTED) && isNumber(method.substring(0, dollar), LIFTED.length());
  }

  /** Whether a text has from some index on digits, at least one, and nothing else. */
  static boolean isNumber(String text, int start) {
    return start < text.length() && startOfDigits(text) <= start;
  }

  /** The length of a text without the digits at its end. */
  private static int startOfDigits(String text) {
    int start = text.length();
    while (start > 0 && text.charAt(start - 1) >= '0' && text.charAt(start - 1) <= '9') {
      start--;
    }
    return start;
  }

  /**
   * The interface whose methods' bodies stand in a class that kotlinc makes for them.
   *
   * @param internalName of a class
   * @return the interface; empty if the class is none of these
   */
  static Optional<String> interfaceOf(String internalName) {
    return internalName.endsWith(BODIES)
        ? Optional.of(internalName.substring(0, internalName.length() - BODIES.length()))
        : Optional.empty();
  }

  private static boolean isNameInAnonymous(String method) {
    return method.equals("<init>") || method.equals("invoke");
  }

  private static boolean isNameOfAnonymous(String internalName) {
    int digits = internalName.length();
    while (digits > 0 && Character.isDigit(internalName.charAt(digits - 1))) {
      digits--;
    }
    return digits < internalName.length() && digits > 0 && internalName.charAt(digits - 1) == '$';
  }

  private static boolean isNameOfLambda(String internalName) {
    int end = startOfDigits(internalName);
    int part = internalName.indexOf("$_", 1);
    int lambda = end - LAMBDA.length();
    return end < internalName.length()
        && part > 0
        && internalName.startsWith(LAMBDA, lambda)
        && part + "$_".length() < lambda;
  }
}
