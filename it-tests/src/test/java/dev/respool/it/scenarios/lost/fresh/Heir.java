package dev.respool.it.scenarios.lost.fresh;

/** Inherits the method that is called by its name; only the declaring class is initialised. */
class Heir extends Testator {}
