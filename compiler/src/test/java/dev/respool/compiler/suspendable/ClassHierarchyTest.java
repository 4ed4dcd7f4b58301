package dev.respool.compiler.suspendable;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ClassHierarchyTest {
  private final Map<String, ClassFacts> classes = new HashMap<>();
  private final List<String> asked = new ArrayList<>();
  private final ClassHierarchy hierarchy =
      new ClassHierarchy(new FoundClasses(this::bytes, this::facts, bytes -> "read"));

  ClassHierarchyTest() {
    add("java/lang/Object", null, List.of(), "toString()");
  }

  /** Stands for a class file: the bytes are the name. */
  private Optional<byte[]> bytes(String name) {
    asked.add(name);
    return classes.containsKey(name) ? Optional.of(name.getBytes()) : Optional.empty();
  }

  private ClassFacts facts(byte[] bytes) {
    return classes.get(new String(bytes));
  }

  private void add(String name, String superName, List<String> interfaces, String... methods) {
    Map<String, MethodFacts> facts = new HashMap<>();
    for (String method : methods) {
      MethodKey key = key(name, method);
      facts.put(
          key.signature(), new MethodFacts(key, 0, false, List.of(), List.of(), List.of(), false));
    }
    classes.put(
        name,
        new ClassFacts(
            name,
            superName,
            interfaces,
            true,
            false,
            false,
            false,
            false,
            Optional.empty(),
            facts,
            List.of()));
  }

  private static MethodKey key(String owner, String method) {
    int descriptor = method.indexOf('(');
    return new MethodKey(owner, method.substring(0, descriptor), method.substring(descriptor));
  }

  private String resolve(String owner, String method) {
    return hierarchy.resolve(key(owner, method)).map(m -> m.key().owner()).orElse("nowhere");
  }

  @Test
  void a_call_resolves_to_the_nearest_superclass_before_any_interface() {
    add("I", "java/lang/Object", List.of(), "m()", "n()");
    add("A", "java/lang/Object", List.of(), "m()");
    add("B", "A", List.of("I"));
    assertEquals("A", resolve("B", "m()"));
    assertEquals("I", resolve("B", "n()"));
    assertEquals("java/lang/Object", resolve("B", "toString()"));
    assertEquals("nowhere", resolve("B", "missing()"));
  }

  @Test
  void a_call_through_an_interface_finds_the_methods_of_its_superinterfaces_and_of_object() {
    add("I", "java/lang/Object", List.of(), "m()");
    add("J", "java/lang/Object", List.of("I"));
    assertEquals("I", resolve("J", "m()"));
    assertEquals("java/lang/Object", resolve("J", "toString()"));
  }

  @Test
  void an_array_has_the_methods_of_object() {
    assertEquals("java/lang/Object", resolve("[I", "toString()"));
  }

  @Test
  void supertypes_come_nearest_first_and_once() {
    add("I", "java/lang/Object", List.of());
    add("J", "java/lang/Object", List.of("I"));
    add("A", "java/lang/Object", List.of("I"));
    add("B", "A", List.of("J"));
    assertEquals(
        Arrays.asList("A", "J", "java/lang/Object", "I"), List.copyOf(hierarchy.supertypes("B")));
  }

  @Test
  void a_missing_superclass_ends_the_search_and_is_still_named() {
    add("A", "gone/Missing", List.of());
    assertEquals("nowhere", resolve("A", "m()"));
    assertEquals(List.of("gone/Missing"), List.copyOf(hierarchy.supertypes("A")));
  }

  @Test
  void a_class_that_extends_itself_does_not_hang_the_search_for_supertypes() {
    add("A", "B", List.of());
    add("B", "A", List.of());
    assertEquals(List.of("B"), List.copyOf(hierarchy.supertypes("A")));
  }

  @Test
  void the_class_at_hand_goes_before_the_source_of_classes() {
    add("A", "java/lang/Object", List.of());
    MethodKey own = key("A", "own()");
    Map<String, MethodFacts> methods =
        Map.of(
            own.signature(),
            new MethodFacts(own, 0, false, List.of(), List.of(), List.of(), false));
    hierarchy.add(
        new ClassFacts(
            "A",
            "java/lang/Object",
            List.of(),
            true,
            false,
            false,
            false,
            false,
            Optional.empty(),
            methods,
            List.of()));
    assertEquals("A", resolve("A", "own()"));
    assertTrue(asked.isEmpty(), asked::toString);
  }

  @Test
  void a_class_is_read_once_found_or_not() {
    add("A", "java/lang/Object", List.of());
    resolve("A", "m()");
    resolve("A", "n()");
    resolve("gone/Missing", "m()");
    resolve("gone/Missing", "n()");
    assertEquals(List.of("A", "java/lang/Object", "gone/Missing"), asked);
  }
}
