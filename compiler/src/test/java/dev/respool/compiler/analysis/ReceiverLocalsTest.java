package dev.respool.compiler.analysis;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.respool.compiler.fixture.Assembly;
import org.junit.jupiter.api.Test;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;

class ReceiverLocalsTest {
  private static int receiver(String code) {
    MethodNode method = Assembly.of(0, "m(Lcom/acme/Pump;J)V", code + "\n return").method();
    MethodInsnNode call = null;
    for (var insn : method.instructions) {
      call = insn instanceof MethodInsnNode found ? found : call;
    }
    return new ReceiverLocals(method).of(method.instructions.indexOf(call));
  }

  @Test
  void a_local_below_loaded_arguments_is_found() {
    assertEquals(1, receiver("aload 1\n invokevirtual com/acme/Pump.run()V"));
    assertEquals(0, receiver("aload 0\n iconst_1\n lload 2\n invokevirtual com/acme/Pump.m(IJ)V"));
  }

  @Test
  void a_value_that_was_read_from_an_object_is_no_local() {
    assertEquals(
        ReceiverLocals.NONE,
        receiver(
            "aload 0\n getfield com/acme/Pump next Lcom/acme/Pump;\n iconst_1\n"
                + " invokevirtual com/acme/Pump.m(I)V"));
    assertEquals(
        ReceiverLocals.NONE,
        receiver(
            "aload 0\n getfield com/acme/Pump next Lcom/acme/Pump;\n"
                + " invokevirtual com/acme/Pump.run()V"));
  }

  @Test
  void an_argument_that_is_computed_ends_the_search() {
    assertEquals(
        ReceiverLocals.NONE,
        receiver("aload 1\n iconst_1\n iconst_2\n iadd\n invokevirtual com/acme/Pump.m(I)V"));
  }
}
