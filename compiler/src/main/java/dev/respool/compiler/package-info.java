/**
 * The compiler: it turns a class file into one whose methods can suspend.
 *
 * <p>{@link dev.respool.compiler.Compiler} holds the pipeline. Each package below it answers one
 * question: {@code suspendable} (who can suspend?), {@code analysis} (what holds before each
 * instruction?), {@code plan} (what do we change?) and {@code emit} (which instructions do that?).
 *
 * <p>Files, threads and class loaders never belong here.
 */
package dev.respool.compiler;
