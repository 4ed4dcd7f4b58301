package dev.respool.compiler.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.respool.compiler.suspendable.MethodKey;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.objectweb.asm.Type;

class RuntimeVariantsTest {
  @ParameterizedTest
  @CsvSource({
    "Coroutine, (Ljava/lang/Object;)Ljava/lang/Object;",
    "Coroutine, ()Ljava/lang/Object;",
    "Yielder, (Ljava/lang/Object;)V",
    "IntYielder, (I)V",
    "LongYielder, (J)V",
    "DoubleYielder, (D)V"
  })
  void the_runtime_has_both_variants(String owner, String descriptor) throws Exception {
    Call.Leaf leaf =
        RuntimeVariants.of(new MethodKey("dev/respool/" + owner, "yield", descriptor))
            .orElseThrow();
    assertIsThere(leaf.first(), descriptor);
    assertIsThere(leaf.again(), descriptor);
  }

  private static void assertIsThere(Call.Variant variant, String original) throws Exception {
    Method found =
        Arrays.stream(Class.forName(variant.owner().replace('/', '.')).getMethods())
            .filter(method -> method.getName().equals(variant.name()))
            .filter(method -> Type.getMethodDescriptor(method).equals(variant.descriptor()))
            .findFirst()
            .orElseThrow();
    assertTrue(Modifier.isStatic(found.getModifiers()));
    assertEquals(
        Type.getReturnType(original).getDescriptor(), found.getReturnType().descriptorString());
  }
}
