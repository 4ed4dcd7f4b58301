package dev.respool.compiler;

import static dev.respool.compiler.fixture.AssembledClass.suspendable;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.respool.compiler.fixture.AssembledClass;
import dev.respool.compiler.fixture.Assembly;
import dev.respool.compiler.fixture.ClassWorld;
import dev.respool.compiler.suspendable.Patterns;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.ClassNode;

/**
 * Methods that fit into a class file, but not together with the code for their suspension points.
 */
class TooLargeMethodTest {
  private static final String YIELD =
      "invokestatic dev/respool/Coroutine.yield()Ljava/lang/Object;\n pop\n";
  private static final String HUGE = "line 7\n" + YIELD.repeat(4000) + "return";
  private static final String LONG =
      "line 5\n" + (YIELD + "iconst_0\n pop\n".repeat(10)).repeat(1000) + "return";
  private static final String SMALL = "line 3\n" + YIELD + "return";

  private final Compiler compiler = new Compiler(new ClassWorld(), Patterns.none());

  private static Assembly method(String signature, String code) {
    return Assembly.of(Opcodes.ACC_STATIC, signature, code);
  }

  private Compilation compile(Assembly... methods) {
    ClassNode node = suspendable(AssembledClass.of("com/acme/Pump", methods));
    return compile(AssembledClass.bytes(node));
  }

  private Compilation compile(byte[] bytes) {
    return Assertions.assertTimeoutPreemptively(
        Duration.ofMinutes(2), () -> compiler.compile(bytes));
  }

  private static List<String> refused(Compilation compilation) {
    return compilation.refusals().stream().map(r -> r.reason() + " " + r.location()).toList();
  }

  private static List<String> transformed(Compilation compilation) {
    return compilation.plans().stream().map(plan -> plan.method().signature()).toList();
  }

  @Test
  void it_alone_is_refused() {
    Compilation compilation = compile(method("small()V", SMALL), method("huge()V", HUGE));
    assertEquals(List.of("METHOD_TOO_LARGE com.acme.Pump.huge(Pump.java:7)"), refused(compilation));
    assertEquals(List.of("small()V"), transformed(compilation));
  }

  @Test
  void several_are_refused() {
    Compilation compilation =
        compile(method("a()V", HUGE), method("small()V", SMALL), method("b()V", HUGE));
    assertEquals(2, compilation.refusals().size());
    assertEquals(List.of("small()V"), transformed(compilation));
  }

  /** Not in as many attempts as there are: that took minutes. */
  @Test
  void many_are_refused_at_once() {
    Assembly[] methods = new Assembly[25];
    Arrays.setAll(methods, i -> method("m" + i + "()V", HUGE));
    assertEquals(methods.length, compile(methods).refusals().size());
  }

  /** Tools that weave add a constant that is there already. */
  @Test
  void long_jumps_leave_inner_classes_alone_whose_names_are_there_twice() {
    ClassNode node = suspendable(AssembledClass.of("com/acme/Pump", method("m()V", LONG)));
    for (int i = 100; i < 112; i++) {
      node.visitInnerClass("com/acme/Pump$A" + i, "com/acme/Pump", "A" + i, 0);
      node.methods.get(0).exceptions.add("com/acme/Pump$B" + i);
    }
    String bytes = new String(AssembledClass.bytes(node), StandardCharsets.ISO_8859_1);
    Compilation compilation =
        compile(bytes.replace("Pump$B", "Pump$A").getBytes(StandardCharsets.ISO_8859_1));
    assertEquals(List.of("m()V"), transformed(compilation));
    ClassNode result = new ClassNode();
    new ClassReader(compilation.bytes().orElseThrow()).accept(result, ClassReader.SKIP_CODE);
    List<String> names = result.innerClasses.stream().map(inner -> inner.name).toList();
    assertEquals(names.stream().distinct().toList(), names);
  }

  @Test
  void an_overload_that_fits_is_transformed() {
    Compilation compilation = compile(method("m()V", SMALL), method("m(I)V", HUGE));
    assertEquals(List.of("METHOD_TOO_LARGE com.acme.Pump.m(Pump.java:7)"), refused(compilation));
    assertEquals(List.of("m()V"), transformed(compilation));
  }

  @Test
  void a_method_whose_name_only_begins_alike_is_transformed() {
    Compilation compilation = compile(method("m()V", SMALL), method("m$x()V", HUGE));
    assertEquals(List.of("m()V"), transformed(compilation));
  }

  @Test
  void a_method_with_more_points_than_a_description_can_hold_is_refused() {
    Compilation compilation =
        compile(
            method("small()V", SMALL),
            method("huge()V", ("line 12345\n" + YIELD).repeat(9000) + "return"));
    assertEquals(1, compilation.refusals().size());
    assertEquals(List.of("small()V"), transformed(compilation));
  }

  @Test
  void a_method_that_just_fits_passes_with_far_jumps() throws Exception {
    String loop =
        """
          frame [] []
        start:
          iconst_0
          ifne end
        """;
    String code = loop + YIELD.repeat(900) + "end:\n frame [] []\n return";
    Compilation compilation = compile(method("m()V", code));
    assertEquals(List.of("m()V"), transformed(compilation));
    byte[] bytes = compilation.bytes().orElseThrow();
    Class<?> loaded =
        new ClassLoader(getClass().getClassLoader()) {
          Class<?> define() {
            return defineClass("com.acme.Pump", bytes, 0, bytes.length);
          }
        }.define();
    assertEquals(loaded, Class.forName("com.acme.Pump", true, loaded.getClassLoader()));
  }

  @Test
  void a_method_that_nobody_transforms_and_that_no_longer_fits_does_not_hang_the_compiler() {
    compile(classThatJustFits());
  }

  /**
   * An unmarked method of 65,533 bytes whose constant has a low index: behind the constants of
   * another method the same code takes longer instructions.
   */
  private static byte[] classThatJustFits() {
    ClassWriter writer = new ClassWriter(0);
    writer.newConst("low");
    StringBuilder many = new StringBuilder();
    for (int i = 0; i < 300; i++) {
      many.append("ldc s").append(i).append("\n pop\n");
    }
    Assembly first = method("first()V", many + YIELD + "return");
    Assembly full = method("full()V", "ldc low\n pop\n".repeat(21_844) + "return");
    AssembledClass.of("com/acme/Pump", suspendable(first), full).accept(writer);
    return writer.toByteArray();
  }

  private static List<String> warnings(Compilation compilation) {
    return compilation.warnings().stream().map(Problem::message).toList();
  }

  @Test
  void one_that_hotspot_compiles_no_more_is_warned_of() {
    Compilation compilation =
        compile(
            method("small()V", SMALL),
            method("long()V", "line 7\n" + "nop\n".repeat(7990) + SMALL));
    assertEquals(List.of("small()V", "long()V"), transformed(compilation));
    assertEquals(1, compilation.warnings().size());
    String message = warnings(compilation).get(0);
    assertTrue(message.startsWith("com.acme.Pump.long(Pump.java:7): is too long to be"), message);
    assertTrue(message.contains("with its suspension points 80"), message);
    assertTrue(message.endsWith("or run with -XX:-DontCompileHugeMethods"), message);
  }

  @Test
  void one_that_was_too_large_for_hotspot_before_is_not_warned_of() {
    Compilation compilation = compile(method("long()V", "nop\n".repeat(8001) + SMALL));
    assertEquals(List.of("long()V"), transformed(compilation));
    assertEquals(List.of(), warnings(compilation));
  }

  @Test
  void one_whose_copy_alone_is_too_large_is_warned_of() {
    String loop = "a:\n line 7\n" + YIELD.repeat(380) + "goto a";
    Compilation compilation = compile(method("long()V", loop));
    String message = String.join("\n", warnings(compilation));
    assertTrue(message.contains("in the copy that resumes it "), message);
    assertFalse(message.contains("with its suspension points"), message);
  }
}
