package dev.respool;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** The runs of generators with bodies of different classes are profiled apart. */
class OwnProfileTest {
  private static IntGenerator failing() {
    return IntGenerator.of(
        g -> {
          throw new IllegalStateException("failed");
        });
  }

  @Test
  void each_class_of_bodies_has_its_own_class_of_runs() {
    assertNotSame(
        IntGenerator.of(g -> {}).iterator().getClass(),
        IntGenerator.of(g -> {}).iterator().getClass());
  }

  @Test
  void runs_of_one_class_of_bodies_share_theirs() {
    assertSame(failing().iterator().getClass(), failing().iterator().getClass());
  }

  @Test
  void every_kind_of_generator_has_them() {
    assertEquals(
        4,
        Arrays.asList(
                Generator.of(g -> {}).iterator().getClass(),
                IntGenerator.of(g -> {}).iterator().getClass(),
                LongGenerator.of(g -> {}).iterator().getClass(),
                DoubleGenerator.of(g -> {}).iterator().getClass())
            .stream()
            .filter(Class::isHidden)
            .count());
  }

  @Test
  void a_stack_trace_does_not_show_them() {
    CloseableIntIterator run = failing().iterator();
    IllegalStateException thrown = assertThrows(IllegalStateException.class, run::hasNext);
    String own = run.getClass().getName().substring(0, run.getClass().getName().indexOf('$'));
    assertEquals(
        0,
        Arrays.stream(thrown.getStackTrace())
            .filter(element -> element.getClassName().startsWith(own + "$"))
            .count());
  }
}
