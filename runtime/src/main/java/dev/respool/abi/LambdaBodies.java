package dev.respool.abi;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Says on {@code $deserializeLambda$} what the bodies of a class's lambdas do. Their names are
 * numbers that may mean another lambda in the next version of the class.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface LambdaBodies {
  /**
   * The bodies.
   *
   * @return of each its name and descriptor, a blank, and a hash of what it does
   */
  String[] value();
}
