/** Programs that nobody wrote: seeded ones, run with and without suspensions, must end alike. */
package dev.respool.it.random;
