package dev.respool.compiler.suspendable;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class MethodKeyTest {
  private final MethodKey key = new MethodKey("com/acme/Pump$Part", "drain", "(I)V");

  @Test
  void is_printed_as_people_write_it() {
    assertEquals("com.acme.Pump$Part.drain", key.toString());
  }

  @Test
  void the_signature_tells_overloads_apart() {
    assertEquals("drain(I)V", key.signature());
  }
}
