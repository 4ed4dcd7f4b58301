package dev.respool;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a method or constructor that may suspend, because it calls {@link Coroutine#yield(Object)}
 * directly or through other methods.
 *
 * <p>On a type the annotation marks every method and constructor that the type declares. A mark
 * also holds for what is written inside the method or type: lambdas, method references, local and
 * anonymous classes. A member class needs its own mark.
 *
 * <p>A method that overrides or implements a marked method needs no mark. Neither does a lambda or
 * method reference for a marked interface method.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.METHOD, ElementType.CONSTRUCTOR, ElementType.TYPE})
public @interface Suspendable {}
