package dev.respool.agent;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.respool.compiler.suspendable.Patterns;
import java.sql.Connection;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ScopeTest {
  private final Scope scope = new Scope(Patterns.parse("com.acme.**"));
  private final ClassLoader application = ScopeTest.class.getClassLoader();

  @ParameterizedTest
  @ValueSource(strings = {"demo/Main", "Main", "dev/respool/it/Main", "dev/respool/loopy/Main"})
  void programs_are_looked_at(String name) {
    assertTrue(scope.covers(application.getUnnamedModule(), application, name));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "dev/respool/Coroutine",
        "dev/respool/loop/EventLoop",
        "dev/respool/abi/Carrier",
        "dev/respool/agent/Scope",
        "dev/respool/agent/shaded/asm/ClassReader",
        "jdk/internal/reflect/GeneratedMethodAccessor1",
        "com/acme/Pump"
      })
  void respool_itself_and_what_is_excluded_are_not(String name) {
    assertFalse(scope.covers(application.getUnnamedModule(), application, name));
  }

  @ParameterizedTest
  @ValueSource(classes = {Object.class, Connection.class, com.sun.source.tree.Tree.class})
  void modules_of_the_jdk_are_not_whichever_loader_has_them(Class<?> type) {
    String name = type.getName().replace('.', '/');

    assertFalse(scope.covers(type.getModule(), type.getClassLoader(), name));
  }

  @Test
  void classes_appended_to_the_boot_class_path_are_looked_at() {
    Module unnamed = application.getUnnamedModule();

    assertTrue(scope.covers(unnamed, null, "demo/Main"));
  }

  @Test
  void a_class_without_a_name_is_looked_at() {
    assertTrue(scope.covers(application.getUnnamedModule(), application, null));
  }
}
