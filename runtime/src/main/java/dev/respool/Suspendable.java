package dev.respool;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a method or constructor that may suspend: it calls, directly or through others, {@link
 * Coroutine#yield(Object)}.
 *
 * <p>On a type it marks every method and constructor that the type declares. A mark holds for what
 * is written inside the method or type: lambdas, method references, local and anonymous classes; a
 * member class has its own. Methods that override or implement a marked method, and lambdas and
 * method references for a marked interface method, need no mark of their own.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.METHOD, ElementType.CONSTRUCTOR, ElementType.TYPE})
public @interface Suspendable {}
