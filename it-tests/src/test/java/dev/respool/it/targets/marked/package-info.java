/** Targets that mark what of them is suspendable, where the others are so as a whole. */
package dev.respool.it.targets.marked;
