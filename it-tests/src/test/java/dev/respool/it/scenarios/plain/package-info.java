/** Code that gets in a coroutine's way, because nobody transformed it. */
package dev.respool.it.scenarios.plain;
