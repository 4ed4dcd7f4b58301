package dev.respool.agent;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.respool.compiler.suspendable.Patterns;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ScopeTest {
  private final Scope scope = new Scope(Patterns.parse("com.acme.*"));

  @ParameterizedTest
  @ValueSource(
      strings = {
        "java/util/List",
        "jdk/internal/misc/Unsafe",
        "dev/respool/Coroutine",
        "dev/respool/loop/Tasks",
        "dev/respool/abi/Carrier",
        "dev/respool/agent/RespoolAgent",
        "dev/respool/compiler/Compiler",
        "com/acme/Excluded"
      })
  void a_class_of_the_jdk_of_respool_or_an_excluded_one_is_left_alone(String internalName) {
    assertFalse(scope.covers(internalName));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Main",
        "javax/inject/Provider",
        "jdkx/Tool",
        "dev/respool/examples/Demo",
        "dev/respooler/Coroutine",
        "com/acme/deep/Pump"
      })
  void any_other_class_is_looked_at(String internalName) {
    assertTrue(scope.covers(internalName));
  }

  @Test
  void a_class_without_a_name_is_judged_by_its_module() {
    Module base = Object.class.getModule();
    Module own = ScopeTest.class.getModule();
    ClassLoader loader = ScopeTest.class.getClassLoader();

    assertFalse(scope.covers(base, null, null));
    assertTrue(scope.covers(own, loader, null));
  }

  @Test
  void a_module_of_the_jdk_is_left_alone_whoever_loads_it() {
    Module sql = ModuleLayer.boot().findModule("java.sql").orElseThrow();

    assertFalse(scope.covers(sql, ClassLoader.getSystemClassLoader(), "com/other/Pump"));
  }
}
