/**
 * Java without coroutines, which the others are compared with. The programs of {@link
 * dev.respool.benchmarks.Ordinary} are copied from Respool's when this module is built, without
 * their marks.
 */
package dev.respool.benchmarks.plain;
