package dev.respool;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Makes the lambdas and method references of a class serializable when it is instrumented, so that
 * a {@link dev.respool.snapshot.Snapshot} can hold them. On a class it holds for its nested
 * classes, too; on a package for the classes of that package.
 *
 * <p>A lambda is found again by the name that its compiler gave it. Another version of the class
 * may have other names: a snapshot with such a lambda is then refused, or finds another lambda of
 * the same shape.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.TYPE, ElementType.PACKAGE})
public @interface Saveable {}
