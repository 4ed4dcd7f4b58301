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

  private final Carrier carrier = Carrier.current();
  private final int site = Site.number(Site.allocate(2), 0);

  @Test
  void each_class_at_each_site_has_a_token_of_its_own() {
    Set<Integer> tokens = new HashSet<>();
    for (Class<?> type : CLASSES) {
      tokens.add(Site.tell(site, type, carrier));
      tokens.add(Site.tell(site + 1, type, carrier));
    }
    assertEquals(2 * CLASSES.size(), tokens.size());
    CLASSES.forEach(type -> assertFalse(tokens.add(Site.tell(site, type, carrier)), "the same"));
  }

  @Test
  void a_token_proves_nothing_until_the_second_capture() {
    ProvenTokens callee = new ProvenTokens();
    for (Class<?> type : CLASSES) {
      int unproven = Site.tell(site, type, carrier);
      assertTrue(unproven < 0);
      Site.prove(carrier.unproven, callee);
      Site.prove(carrier.unproven, callee);
      assertEquals(-unproven, Site.tell(site, type, carrier));
      assertTrue(callee.contains(-unproven));
    }
  }

  @Test
  void what_the_linking_of_a_call_may_have_told_is_not_believed() {
    ProvenTokens callee = new ProvenTokens();
    Site.tell(site, String.class, carrier);
    Site.prove(carrier.unproven, callee);
    assertTrue(Site.tell(site, String.class, carrier) < 0);
  }

  @Test
  void a_full_set_of_tokens_proves_no_more() {
    ProvenTokens callee = new ProvenTokens();
    int token = 1 << 30; // none that a site has
    while (callee.add(token)) {
      token++;
    }
    assertTrue(callee.contains(token - 1));
    assertFalse(callee.contains(token));
    Site.tell(site, String.class, carrier);
    Site.prove(carrier.unproven, callee);
    Site.prove(carrier.unproven, callee);
    assertTrue(Site.tell(site, String.class, carrier) < 0);
  }
}
