/**
 * Programs that are saved while they are suspended, in the process that runs the tests and in other
 * ones. What they yield and return prints alike in every JVM: no hash code of an object and no
 * order of an immutable set is in it.
 */
package dev.respool.it.scenarios.saved;
