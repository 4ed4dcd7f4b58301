/** A package of its own, for methods that are of one package only. */
package dev.respool.it.scenarios.lost.apart;
