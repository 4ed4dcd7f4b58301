/**
 * The compiler: class file in, class file out. {@link dev.respool.compiler.Compiler} holds the
 * pipeline; the rooms below it answer one question each: {@code suspendable} (who can suspend?),
 * {@code analysis} (what holds?), {@code plan} (what do we change?), {@code emit} (which
 * instructions say so?). Files, threads and class loaders never belong here.
 */
package dev.respool.compiler;
