/** Classes that are defined, linked and initialised anew each time. */
package dev.respool.it.random.crossing.fresh;
