/** Targets that suspend while they hold monitors; compiled so that they give them up meanwhile. */
package dev.respool.it.targets.monitors;
