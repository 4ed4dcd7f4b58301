/**
 * Who can suspend?
 *
 * <p>In come the bytes of the class at hand and, through {@link
 * dev.respool.compiler.suspendable.ClassBytes}, of the classes that it names; out comes whether a
 * method is suspendable and whether a call is a suspension point. What a method's code does, and
 * what is changed about it, never belongs here.
 */
package dev.respool.compiler.suspendable;
