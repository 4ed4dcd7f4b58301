/**
 * The Maven plugin: goals that instrument class files in place and check them. What is done to a
 * class is the compiler's affair; here stand files, the class path and the messages of a build.
 */
package dev.respool.maven;
