/**
 * Targets that suspend where this version refuses to: they run as long as nobody suspends there,
 * and say so when somebody does.
 */
package dev.respool.it.targets.refused;
