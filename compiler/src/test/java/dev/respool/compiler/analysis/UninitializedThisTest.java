package dev.respool.compiler.analysis;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.respool.compiler.fixture.Assembly;
import org.junit.jupiter.api.Test;
import org.objectweb.asm.tree.MethodNode;

class UninitializedThisTest {
  private static final String CODE =
      """
      first:
      new java/lang/Object
      dup
      other:
      invokespecial java/lang/Object.<init>()V
      pop
      start:
      aload 0
      super:
      invokespecial java/lang/Object.<init>()V
      end:
      behind:
      return
      handler:
      frame [top] [java/lang/Throwable]
      athrow
      try start end handler any
      """;

  private static UninitializedThis analysis(Assembly code) {
    MethodNode method = code.method();
    return new UninitializedThis(method, new ControlFlow(method), new TypeStates("A", method));
  }

  @Test
  void the_object_of_a_constructor_is_uninitialized_until_the_super_call_returns() {
    Assembly code = Assembly.of(0, "<init>()V", CODE);
    UninitializedThis analysis = analysis(code);
    assertTrue(analysis.before(code.at("first")));
    assertTrue(analysis.before(code.at("super")));
    assertFalse(analysis.before(code.at("behind")));
  }

  @Test
  void an_exception_of_the_super_call_leaves_it_uninitialized() {
    Assembly code = Assembly.of(0, "<init>()V", CODE);
    assertTrue(analysis(code).before(code.at("handler")));
  }

  @Test
  void the_constructor_of_another_object_does_not_initialize_it() {
    Assembly code = Assembly.of(0, "<init>()V", CODE);
    UninitializedThis analysis = analysis(code);
    assertFalse(analysis.initializes(code.at("other")));
    assertTrue(analysis.initializes(code.at("super")));
  }

  @Test
  void in_other_methods_nothing_is_uninitialized() {
    Assembly code = Assembly.of("first:\nreturn");
    assertFalse(analysis(code).before(code.at("first")));
  }
}
