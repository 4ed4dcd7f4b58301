package dev.respool.compiler.suspendable;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WrittenCallsTest {
  private static final String CARRIER = "Ldev/respool/abi/Carrier;)";

  @ParameterizedTest
  @ValueSource(strings = {"dev/respool/abi/Suspension", "dev/respool/abi/SuspensionAgain"})
  void the_runtimes_variants_are_what_the_source_calls(String owner) {
    assertEquals(
        new MethodKey("dev/respool/Coroutine", "yield", "()Ljava/lang/Object;"),
        WrittenCalls.asWritten(
            new MethodKey(owner, "yieldNothing", "(" + CARRIER + "Ljava/lang/Object;")));
    assertEquals(
        new MethodKey("dev/respool/LongYielder", "yield", "(J)V"),
        WrittenCalls.asWritten(
            new MethodKey(owner, "yieldTo", "(Ljava/lang/Object;J" + CARRIER + "V")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"()V", "(I)V"})
  void a_call_of_a_method_is_as_written(String descriptor) {
    MethodKey call = new MethodKey("com/acme/Pump", "drain", descriptor);
    assertEquals(call, WrittenCalls.asWritten(call));
  }
}
