package dev.respool.abi;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Says of transformed code which calls of it are suspension points. It stands on generated methods
 * only: on the resume methods, and for a method as it was written on its frame factory.
 *
 * <p>A call that dispatches is named by name and descriptor, another one by the declaring class
 * too, as in {@code com.acme.Pump.fill()V}. Every call of such a name in the code is a suspension
 * point: the compiler sees to that.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Transformed {
  /**
   * The called methods.
   *
   * @return each once
   */
  String[] points();

  /**
   * The interface methods, by name and descriptor, whose lambdas call the method and return its
   * result as it is.
   *
   * @return none for most methods
   */
  String[] lambdas() default {};

  /**
   * The method and its points, as {@link SuspendableMethod#link} gets them; here they can be read
   * before the class is initialised.
   *
   * @return empty on resume methods
   */
  String description() default "";

  /**
   * The SHA-256 of the class file that was transformed, as its compiler wrote it, in Base64.
   *
   * @return empty on resume methods
   */
  String code() default "";

  /**
   * The numbers of the points at which frames give up monitors.
   *
   * @return none for most methods, and on resume methods
   */
  int[] monitors() default {};

  /**
   * Whether such a lambda cannot reach another method, because this one is static or private.
   *
   * @return false if dispatch decides
   */
  boolean bound() default false;
}
