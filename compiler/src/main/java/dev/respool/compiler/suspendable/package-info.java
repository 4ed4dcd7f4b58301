/**
 * Who can suspend?
 *
 * <p>This package reads the bytes of a class and, through {@link
 * dev.respool.compiler.suspendable.ClassBytes}, of the classes that it names. It answers whether a
 * method is suspendable and whether a call is a suspension point.
 *
 * <p>What never belongs here: what a method's code does, and what is changed about it.
 */
package dev.respool.compiler.suspendable;
