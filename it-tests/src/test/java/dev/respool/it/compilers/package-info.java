/**
 * The compilers, other than javac, whose class files are targets: source files in, class files out.
 * Nothing here knows what a target does.
 */
package dev.respool.it.compilers;
