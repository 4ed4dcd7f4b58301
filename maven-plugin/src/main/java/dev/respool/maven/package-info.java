/**
 * The Maven plugin: goals that instrument class files in place and check them.
 *
 * <p>This package knows files, the class path and the messages of a build. What happens to a class
 * is the compiler's affair.
 */
package dev.respool.maven;
