package dev.respool.abi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SiteTest {
  private static final List<Class<?>> CLASSES =
      List.of(
          String.class,
          Integer.class,
          Long.class,
          Byte.class,
          Short.class,
          List.class,
          Set.class,
          Float.class,
          Double.class,
          Object.class,
          Class.class,
          Thread.class);

  private final int site = Site.number(Site.allocate(2), 0);
  private final ProvenCalls callee = new ProvenCalls();

  private int tell(Class<?> type) {
    return Site.tell(site, type);
  }

  private void prove(int token) {
    Site.prove(site, token, callee);
  }

  @Test
  void no_site_tells_nothing() {
    assertEquals(0, Site.number(0, 7));
    assertEquals(0, Site.tell(0, String.class));
  }

  @Test
  void each_class_at_each_site_has_a_token_of_its_own() {
    Set<Integer> tokens = new HashSet<>();
    for (Class<?> type : CLASSES) {
      tokens.add(tell(type));
      tokens.add(Site.tell(site + 1, type));
    }
    assertEquals(2 * CLASSES.size(), tokens.size());
    CLASSES.forEach(type -> assertFalse(tokens.add(tell(type)), "the same"));
  }

  @Test
  void a_token_proves_nothing_until_the_second_capture() {
    callee.open();
    prove(tell(String.class));
    assertTrue(tell(String.class) < 0, "linking the call may have told in its place");
    for (Class<?> type : CLASSES) {
      int unproven = tell(type);
      assertTrue(unproven < 0);
      prove(unproven);
      assertTrue(callee.told(tell(type)));
    }
  }

  @Test
  void who_sleeps_believes_nothing() {
    assertFalse(callee.told(0));
    assertFalse(callee.told(tell(String.class)));
  }

  @Test
  void a_token_of_another_callee_is_not_believed() {
    ProvenCalls other = new ProvenCalls();
    callee.open();
    other.open();
    prove(tell(String.class));
    prove(tell(String.class));
    assertTrue(callee.told(tell(String.class)));
    assertFalse(other.told(tell(String.class)));
  }

  @Test
  void a_token_of_another_site_proves_nothing() {
    callee.open();
    int other = Site.tell(site + 1, String.class);
    prove(other);
    prove(other);
    assertEquals(other, Site.tell(site + 1, String.class));
    assertFalse(callee.told(other));
  }

  @Test
  void nothing_is_proven_of_a_callee_that_is_dormant() {
    prove(tell(String.class));
    prove(tell(String.class));
    assertTrue(tell(String.class) < 0);
  }

  @Test
  void what_was_proven_of_a_callee_that_falls_asleep_is_never_believed_again() {
    callee.open();
    prove(tell(String.class));
    prove(tell(String.class));
    int proven = tell(String.class);
    callee.close();
    callee.open();
    int fresh = tell(String.class);
    assertTrue(fresh < 0);
    prove(fresh);
    assertTrue(callee.told(tell(String.class)));
    assertFalse(callee.told(proven));
  }
}
