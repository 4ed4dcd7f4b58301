package dev.respool.compiler.plan;

/**
 * A place in a frame.
 *
 * @param reference whether it holds a reference; else up to 64 bits of a primitive
 * @param index among the cells of its sort
 */
public record Cell(boolean reference, int index) {
  @Override
  public String toString() {
    return (reference ? "r" : "p") + index;
  }
}
