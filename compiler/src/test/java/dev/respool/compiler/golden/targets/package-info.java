/**
 * Plain Java, one construct a class, that the golden texts show transformed. The texts are made of
 * the class files in {@code src/test/resources/golden/classes}, so that no compiler's version shows
 * in them; {@link dev.respool.compiler.golden.GoldenTest} says how to renew both.
 */
package dev.respool.compiler.golden.targets;
