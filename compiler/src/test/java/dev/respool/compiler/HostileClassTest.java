package dev.respool.compiler;

import static dev.respool.compiler.fixture.AssembledClass.suspendable;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.respool.compiler.fixture.AssembledClass;
import dev.respool.compiler.fixture.Assembly;
import dev.respool.compiler.fixture.ClassWorld;
import dev.respool.compiler.suspendable.Patterns;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.ClassNode;

/**
 * Small class files that are made to cost much: what the compiler does with one grows with its
 * size, or it is refused.
 */
class HostileClassTest {
  private static final Duration BOUND = Duration.ofSeconds(20);
  private static final String YIELD =
      "invokestatic dev/respool/Coroutine.yield()Ljava/lang/Object;\n";
  private static final String ERROR = "java/lang/Error";
  private static final int MOST_SLOTS = 65_535;

  private static Compilation compile(Assembly hostile) {
    return compile(Opcodes.V17, hostile);
  }

  private static Compilation compile(int version, Assembly hostile) {
    Assembly harmless = Assembly.of(Opcodes.ACC_STATIC, "n()V", YIELD + "pop\n return");
    ClassNode node = suspendable(AssembledClass.of("com/acme/Pump", hostile, harmless));
    node.version = version;
    byte[] bytes = AssembledClass.bytes(node);
    Compiler compiler = new Compiler(new ClassWorld(), Patterns.none());
    return assertTimeoutPreemptively(BOUND, () -> compiler.compile(bytes));
  }

  private static void assertRefused(Assembly hostile) {
    Compilation compilation = compile(hostile);
    assertEquals(
        List.of("METHOD_TOO_LARGE com.acme.Pump.m(Pump.java)"),
        compilation.refusals().stream().map(r -> r.reason() + " " + r.location()).toList());
    assertEquals(
        List.of("n()V"),
        compilation.plans().stream().map(plan -> plan.method().signature()).toList());
  }

  private static void assertTransformed(Assembly hostile) {
    Compilation compilation = compile(hostile);
    assertEquals(List.of(), compilation.refusals());
    assertEquals(2, compilation.plans().size());
  }

  @Test
  void as_many_locals_as_there_can_be_at_each_of_many_instructions() {
    int last = MOST_SLOTS - 1;
    Assembly hostile =
        Assembly.of(
            "iconst_0\n istore " + last + "\n" + "nop\n".repeat(50_000) + YIELD + "pop\n return");
    hostile.method().maxLocals = MOST_SLOTS;
    assertRefused(hostile);
  }

  @Test
  void as_many_handlers_as_there_can_be_at_each_of_many_instructions() {
    assertRefused(
        Assembly.of(
            "from:\n"
                + "nop\n".repeat(50_000)
                + YIELD
                + "pop\n return\n"
                + "handler:\n frame [] [java/lang/Throwable]\n athrow\n"
                + "try from handler handler any\n".repeat(MOST_SLOTS)));
  }

  @Test
  void a_thousand_objects_nested_in_one_another() {
    int depth = 1_000;
    Assembly hostile =
        Assembly.of(
            ("new " + ERROR + "\n dup\n").repeat(depth)
                + YIELD
                + "checkcast java/lang/Throwable\n"
                + ("invokespecial " + ERROR + ".<init>(Ljava/lang/Throwable;)V\n").repeat(depth)
                + "pop\n return");
    hostile.method().maxStack = 2 * depth + 1;
    assertTransformed(hostile);
  }

  /** The jumps lead back, so that what the last block reads is learned block by block. */
  @Test
  void a_chain_of_ten_thousand_jumps_against_the_order_of_the_code() {
    int blocks = 10_000;
    StringBuilder code = new StringBuilder("iconst_0\n istore 0\n" + YIELD + "pop\n goto b9999\n");
    code.append("b0:\n frame [int] []\n iload 0\n pop\n return\n");
    for (int i = 1; i < blocks; i++) {
      code.append("b%d:\n frame [int] []\n goto b%d\n".formatted(i, i - 1));
    }
    assertTransformed(Assembly.of(code.toString()));
  }

  /** Each subroutine calls the next one twice: inlined they are 2^60. */
  @Test
  void subroutines_in_subroutines() {
    int depth = 60;
    StringBuilder code = new StringBuilder("jsr s0\n return\n");
    for (int i = 0; i < depth; i++) {
      String next = i + 1 < depth ? "jsr s%d\n".formatted(i + 1).repeat(2) : YIELD + "pop\n";
      code.append("s%d:\n astore %d\n".formatted(i, i)).append(next).append("ret " + i + "\n");
    }
    Assembly hostile = Assembly.of(code.toString());
    hostile.method().maxLocals = depth;
    assertThrows(UnreadableClassException.class, () -> compile(Opcodes.V1_4, hostile));
  }
}
