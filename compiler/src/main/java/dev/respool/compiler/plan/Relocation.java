package dev.respool.compiler.plan;

import java.util.BitSet;

/**
 * A {@code new} whose arguments suspend: the uninitialized object must not stand on the stack
 * meanwhile, so it is made after them. At the original place the class is still initialized.
 *
 * @param newIndex the {@code NEW}
 * @param type internal name of the class
 * @param copies indices of the {@code DUP}s that are left out
 * @param constructorIndex the call of the constructor
 * @param constructor descriptor of the constructor
 * @param height how many references to the object stand below the arguments there
 */
public record Relocation(
    int newIndex,
    String type,
    BitSet copies,
    int constructorIndex,
    String constructor,
    int height) {
  @Override
  public String toString() {
    return "move new " + type + " behind its arguments";
  }
}
