package dev.respool.compiler;

import static dev.respool.compiler.fixture.AssembledClass.suspendable;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.respool.Coroutine;
import dev.respool.CoroutineBody;
import dev.respool.Suspendable;
import dev.respool.compiler.fixture.AssembledClass;
import dev.respool.compiler.fixture.Assembly;
import dev.respool.compiler.fixture.ClassWorld;
import dev.respool.compiler.plan.Refusal;
import dev.respool.compiler.suspendable.Patterns;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.MethodNode;

class CompilerTest {
  private static final String YIELD =
      "invokestatic dev/respool/Coroutine.yield()Ljava/lang/Object;\n pop\n";

  private final Compiler compiler = new Compiler(new ClassWorld(), Patterns.none());

  static final class Pump {
    private Pump() {}

    @Suspendable
    static int drain(int level) {
      int left = level;
      while (left > 0) {
        left -= Coroutine.<Integer>yield(left);
      }
      return left;
    }

    static Runnable report(int level) {
      CoroutineBody<Integer, Integer> body = Pump::drain;
      return () -> System.out.println(body + " " + level);
    }
  }

  static final class Plain {
    private Plain() {}

    static int twice(int i) {
      return 2 * i;
    }
  }

  static final class Partly {
    private final Object lock = new Object();

    @Suspendable
    Object locked() {
      synchronized (lock) {
        return Coroutine.yield(1);
      }
    }

    @Suspendable
    Object free() {
      return Coroutine.yield(2);
    }
  }

  private static ClassNode transformed(Compilation compilation) {
    return AssembledClass.node(compilation.bytes().orElseThrow());
  }

  private static MethodNode method(ClassNode node, String name) {
    return node.methods.stream().filter(m -> m.name.equals(name)).findFirst().orElseThrow();
  }

  @Test
  void a_class_is_named_with_dots_and_its_changed_methods_are_told() {
    Compilation compilation = compiler.compile(ClassWorld.bytesOf(Pump.class));
    assertEquals("dev.respool.compiler.CompilerTest$Pump", compilation.className());
    assertFalse(compilation.alreadyInstrumented());
    assertEquals(List.of(), compilation.refusals());
    assertEquals(
        List.of("drain", "respool$ref$drain$0"),
        compilation.plans().stream().map(plan -> plan.method().name()).toList());
  }

  @Test
  void a_class_without_suspension_points_is_not_changed() {
    Compilation compilation = compiler.compile(ClassWorld.bytesOf(Plain.class));
    assertEquals(Optional.empty(), compilation.bytes());
    assertFalse(compilation.alreadyInstrumented());
    assertEquals(List.of(), compilation.plans());
  }

  @Test
  void what_came_out_of_the_compiler_goes_in_without_effect() {
    byte[] once = compiler.compile(ClassWorld.bytesOf(Pump.class)).bytes().orElseThrow();
    Compilation again = compiler.compile(once);
    assertTrue(again.alreadyInstrumented());
    assertEquals(Optional.empty(), again.bytes());
    assertEquals("dev.respool.compiler.CompilerTest$Pump", again.className());
  }

  @Test
  void the_classes_of_the_runtime_are_left_alone() {
    Compilation compilation = compiler.compile(ClassWorld.bytesOf(Coroutine.class));
    assertTrue(compilation.alreadyInstrumented());
    assertEquals(Optional.empty(), compilation.bytes());
    assertEquals(List.of(), compiler.check(ClassWorld.bytesOf(Coroutine.class)));
  }

  @Test
  void the_same_class_gives_the_same_bytes() {
    byte[] input = ClassWorld.bytesOf(Pump.class);
    byte[] first = compiler.compile(input).bytes().orElseThrow();
    byte[] second =
        new Compiler(new ClassWorld(), Patterns.none()).compile(input).bytes().orElseThrow();
    assertArrayEquals(first, second);
  }

  @Test
  void the_input_is_not_written_to() {
    byte[] input = ClassWorld.bytesOf(Pump.class);
    compiler.compile(input);
    assertArrayEquals(ClassWorld.bytesOf(Pump.class), input);
  }

  @Test
  void a_refused_method_stays_as_it_was_and_the_others_are_transformed() {
    byte[] input = ClassWorld.bytesOf(Partly.class);
    Compilation compilation = compiler.compile(input);
    assertEquals(
        List.of(Refusal.Reason.MONITOR_HELD),
        compilation.refusals().stream().map(Refusal::reason).toList());
    assertEquals(
        List.of("free"), compilation.plans().stream().map(p -> p.method().name()).toList());
    assertEquals(
        method(AssembledClass.node(input), "locked").instructions.size(),
        method(transformed(compilation), "locked").instructions.size());
  }

  @Test
  void a_class_whose_only_suspending_method_is_refused_is_not_changed() {
    Assembly method = Assembly.of(Opcodes.ACC_SYNCHRONIZED, "m()V", YIELD + "return");
    ClassNode node = suspendable(AssembledClass.of("T", method));
    Compilation compilation = compiler.compile(AssembledClass.bytes(node));
    assertEquals(Optional.empty(), compilation.bytes());
    assertEquals(
        List.of(Refusal.Reason.SYNCHRONIZED_METHOD),
        compilation.refusals().stream().map(Refusal::reason).toList());
  }

  @Test
  void a_pattern_makes_third_party_code_suspendable() {
    ClassNode node = AssembledClass.of("org/other/Lib", Assembly.of(YIELD + "return"));
    byte[] bytes = AssembledClass.bytes(node);
    assertEquals(Optional.empty(), compiler.compile(bytes).bytes());
    Compiler patterned = new Compiler(new ClassWorld(), Patterns.parse("org.other.*"));
    assertTrue(patterned.compile(bytes).bytes().isPresent());
  }

  @Test
  void only_private_synthetic_methods_are_added_and_no_fields() {
    byte[] input = ClassWorld.bytesOf(Pump.class);
    ClassNode before = AssembledClass.node(input);
    ClassNode after = transformed(compiler.compile(input));
    Set<String> known = new HashSet<>();
    before.methods.forEach(m -> known.add(m.name + m.desc));
    int hidden = Opcodes.ACC_PRIVATE | Opcodes.ACC_STATIC | Opcodes.ACC_SYNTHETIC;
    after.methods.stream()
        .filter(m -> !known.contains(m.name + m.desc))
        .forEach(m -> assertEquals(hidden, m.access, m.name));
    assertEquals(
        before.methods.size() + 8,
        after.methods.size(),
        "2 pairs, a reference's body and the variant that it calls, 2 kinds of spills");
    assertEquals(before.fields.size(), after.fields.size());
    assertEquals(before.access, after.access);
  }

  @Test
  void what_is_known_of_an_instrumented_class_is_what_was_written() {
    byte[] input = ClassWorld.bytesOf(Pump.class);
    byte[] output = compiler.compile(input).bytes().orElseThrow();
    assertEquals(compiler.check(input), compiler.check(output));
  }

  @Test
  void a_class_file_of_java_6_is_raised_to_8_because_generated_code_uses_invokedynamic() {
    ClassNode node = suspendable(AssembledClass.of("T", Assembly.of(YIELD + "return")));
    node.version = Opcodes.V1_6;
    ClassReader read =
        new ClassReader(compiler.compile(AssembledClass.bytes(node)).bytes().orElseThrow());
    assertEquals(Opcodes.V1_8, read.readShort(6));
  }

  @Test
  void a_newer_class_file_keeps_its_version() {
    ClassNode node = suspendable(AssembledClass.of("T", Assembly.of(YIELD + "return")));
    node.version = Opcodes.V21;
    ClassReader read =
        new ClassReader(compiler.compile(AssembledClass.bytes(node)).bytes().orElseThrow());
    assertEquals(Opcodes.V21, read.readShort(6));
  }

  @Test
  void both_bodies_have_the_locals_that_have_a_value_there() {
    ClassNode node = transformed(compiler.compile(ClassWorld.bytesOf(Pump.class)));
    List<MethodNode> bodies =
        node.methods.stream()
            .filter(m -> m.name.equals("drain") && !m.localVariables.isEmpty())
            .toList();
    assertEquals(2, bodies.size(), "the variant and the resume method, not the door");
    for (MethodNode body : bodies) {
      boolean resumed = body.desc.contains("Shapes$");
      // of the level nothing is kept
      List<String> expected = resumed ? List.of("left") : List.of("left", "level");
      assertEquals(expected, locals(body), body.desc);
    }
  }

  private static List<String> locals(MethodNode body) {
    return body.localVariables.stream().map(local -> local.name).distinct().sorted().toList();
  }
}
