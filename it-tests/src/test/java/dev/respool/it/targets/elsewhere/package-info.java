/** What targets inherit from another package. */
package dev.respool.it.targets.elsewhere;
