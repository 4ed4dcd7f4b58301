/**
 * Programs that run on the runtime without the compiler: some are written by hand as the compiler
 * would write them, some are not transformed at all. They stand outside the runtime's own packages,
 * whose frames the runtime does not show to people.
 */
package dev.respool.handmade;
