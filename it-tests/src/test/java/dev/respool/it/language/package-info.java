/** Every construct of the language, suspended everywhere: the tests over the targets. */
package dev.respool.it.language;
