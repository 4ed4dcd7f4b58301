package dev.respool;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Makes the lambdas and method references of a class serializable when it is instrumented, so that
 * a {@link dev.respool.snapshot.Snapshot} can hold them. On a class it holds for the lambdas of its
 * nested classes, too; on a package for those of the classes of that package.
 *
 * <p>The class that has the mark is made serializable itself, unless it is already or is an
 * interface. An object of it is refused by snapshots if a superclass would lose its fields.
 *
 * <p>A lambda is found again by the name that its compiler gave it. Another version of the class
 * may have given the name to another lambda, or changed what the lambda does. A snapshot has a hash
 * of that, so it is refused then.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.TYPE, ElementType.PACKAGE})
public @interface Saveable {}
