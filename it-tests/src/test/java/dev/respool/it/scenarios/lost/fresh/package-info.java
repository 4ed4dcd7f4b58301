/** Classes that are defined once more for each attempt, to be initialised and linked in it. */
package dev.respool.it.scenarios.lost.fresh;
