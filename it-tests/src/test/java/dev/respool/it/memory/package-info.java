/**
 * What do coroutines keep alive, and what do they allocate? Objects that must have gone are watched
 * through weak references; what must fit is run in a JVM with a small heap.
 */
package dev.respool.it.memory;
