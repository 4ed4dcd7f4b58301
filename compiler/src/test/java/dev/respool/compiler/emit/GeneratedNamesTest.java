package dev.respool.compiler.emit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import dev.respool.compiler.fixture.AssembledClass;
import dev.respool.compiler.plan.FrameLayout;
import org.junit.jupiter.api.Test;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.MethodNode;

class GeneratedNamesTest {
  private static final String RESUME = RuntimeAbi.resume(new FrameLayout(1, 1, false));

  private final ClassNode owner = AssembledClass.of("T");
  private final MethodNode ofInt = method("m", "(I)V");
  private final MethodNode ofLong = method("m", "(J)V");

  private static MethodNode method(String name, String descriptor) {
    return new MethodNode(0, name, descriptor, null, null);
  }

  @Test
  void a_resume_method_has_the_name_of_its_method() {
    assertEquals("m", new GeneratedNames(owner).resumeMethod(ofInt, RESUME));
  }

  @Test
  void the_resume_methods_of_further_overloads_get_numbers() {
    GeneratedNames names = new GeneratedNames(owner);
    assertEquals("m", names.resumeMethod(ofInt, RESUME));
    assertEquals("m$1", names.resumeMethod(ofLong, RESUME));
    assertEquals("m$2", names.resumeMethod(method("m", "(D)V"), RESUME));
  }

  @Test
  void a_method_that_looks_like_a_resume_method_keeps_its_name() {
    owner.methods.add(method("m", RESUME));
    assertEquals("m$1", new GeneratedNames(owner).resumeMethod(ofInt, RESUME));
  }

  @Test
  void overloads_whose_descriptors_have_equal_hashes_have_frame_factories_of_different_names() {
    MethodNode one = method("m", "(LAa;)V");
    MethodNode other = method("m", "(LBB;)V");
    assertNotEquals(GeneratedNames.frameFactory(one), GeneratedNames.frameFactory(other));
  }

  @Test
  void a_constructor_lends_its_name_to_nobody() {
    MethodNode constructor = method("<init>", "()V");
    GeneratedNames names = new GeneratedNames(owner);
    assertEquals("respool$init", names.resumeMethod(constructor, RESUME));
    assertEquals("respool$init$1", names.resumeMethod(method("<init>", "(I)V"), RESUME));
    assertNotEquals(
        GeneratedNames.frameFactory(method("init", "()V")),
        GeneratedNames.frameFactory(constructor));
  }

  @Test
  void overloads_have_frame_factories_of_different_names() {
    assertNotEquals(GeneratedNames.frameFactory(ofInt), GeneratedNames.frameFactory(ofLong));
  }
}
