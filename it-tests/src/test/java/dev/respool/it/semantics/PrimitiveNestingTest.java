package dev.respool.it.semantics;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.respool.Coroutine;
import dev.respool.Suspendable;
import dev.respool.it.harness.TransformedTests;
import dev.respool.it.scenarios.PrimitiveSequences;
import dev.respool.it.scenarios.PrimitiveSequences.Out;
import dev.respool.loop.EventLoop;
import dev.respool.loop.Tasks;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Generators of primitive values in recursion, in one another, in coroutines and in tasks. */
@ExtendWith(TransformedTests.class)
class PrimitiveNestingTest {
  private static Iterable<? extends Number> three(String type) {
    return PrimitiveSequences.of(
        type,
        out -> {
          for (int i = 1; i <= 3; i++) {
            out.yield(i);
          }
        });
  }

  private static List<Integer> all(Iterable<? extends Number> numbers) {
    List<Integer> list = new ArrayList<>();
    for (Number number : numbers) {
      list.add(number.intValue());
    }
    return list;
  }

  private record Tree(Tree left, int value, Tree right) {
    @Suspendable
    void walk(Out out) {
      if (left != null) {
        left.walk(out);
      }
      out.yield(value);
      if (right != null) {
        right.walk(out);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"int", "long", "double"})
  void a_recursive_walk_yields_from_every_depth(String type) {
    Tree tree = null;
    List<Integer> values = new ArrayList<>();
    for (int i = 0; i < 200; i++) {
      tree = i % 2 == 0 ? new Tree(tree, i, null) : new Tree(null, i, tree);
      values.add(i % 2 == 0 ? values.size() : 0, i);
    }
    assertEquals(values, all(PrimitiveSequences.of(type, tree::walk)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"int", "long", "double"})
  void a_generator_reads_another_one(String type) {
    Iterable<? extends Number> twice =
        PrimitiveSequences.of(
            type,
            out -> {
              for (Number outer : three(type)) {
                for (Number inner : three(type)) {
                  out.yield(outer.intValue() * 10 + inner.intValue());
                }
              }
            });
    assertEquals(List.of(11, 12, 13, 21, 22, 23, 31, 32, 33), all(twice));
  }

  @ParameterizedTest
  @ValueSource(strings = {"int", "long", "double"})
  void a_coroutine_yields_between_the_elements(String type) {
    Coroutine<Integer, Integer> co =
        Coroutine.create(
            first -> {
              int sum = 0;
              for (Number element : three(type)) {
                int factor = Coroutine.yield(element.intValue());
                sum += factor * element.intValue();
              }
              return sum;
            });
    assertEquals(
        List.of(1, 2, 3, 321), List.of(co.resume(), co.resume(1), co.resume(10), co.resume(100)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"int", "long", "double"})
  void a_task_waits_between_the_elements(String type) {
    int sum =
        EventLoop.run(
            () -> {
              int total = 0;
              for (Number element : three(type)) {
                Tasks.yieldNow();
                total = 10 * total + element.intValue();
              }
              return total;
            });
    assertEquals(123, sum);
  }
}
