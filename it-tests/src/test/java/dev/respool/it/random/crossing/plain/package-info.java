/** Code that gets in the way, because it is never transformed. */
package dev.respool.it.random.crossing.plain;
