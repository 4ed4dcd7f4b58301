/**
 * What the tests of the runtime's meaning call: suspendable classes, and plain ones that get in a
 * coroutine's way.
 */
package dev.respool.it.scenarios;
