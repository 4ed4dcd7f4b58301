package dev.respool.compiler.plan;

import java.util.List;

/**
 * The types that a stack map frame of a new body declares.
 *
 * @param locals by slot of the original method; the second slot of a long or double is TOP
 * @param stack bottom first; one entry a value
 */
public record StackMap(List<Object> locals, List<Object> stack) {
  /**
   * The type of a new object whose constructor has not run.
   *
   * @param index of its {@code NEW} in the original method
   */
  public record Uninitialized(int index) {}
}
