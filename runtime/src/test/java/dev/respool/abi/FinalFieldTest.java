package dev.respool.abi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.InputStream;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodHandles.Lookup;
import java.lang.invoke.MethodType;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import org.junit.jupiter.api.Test;

class FinalFieldTest {
  static final class Pump {
    private final long level;
    private final Object valve;

    Pump(long level) {
      this.level = level;
      this.valve = null;
    }

    static Lookup lookup() {
      return MethodHandles.lookup();
    }
  }

  private static MethodHandle setter(String field, Class<?> type) throws Throwable {
    MethodType signature = MethodType.methodType(void.class, Pump.class, type);
    return FinalField.setter(Pump.lookup(), field, signature).dynamicInvoker();
  }

  @Test
  void a_final_field_is_assigned_and_stays_final() throws Throwable {
    Pump pump = new Pump(1);
    setter("level", long.class).invokeExact(pump, 2L);
    setter("valve", Object.class).invokeExact(pump, (Object) "valve");
    assertEquals("2 valve", pump.level + " " + pump.valve);
    Field level = Pump.class.getDeclaredField("level");
    assertTrue(Modifier.isFinal(level.getModifiers()));
    assertThrows(IllegalAccessException.class, () -> level.setLong(pump, 3));
  }

  @Test
  void a_field_of_the_name_with_another_type_is_not_taken_for_it() {
    assertThrows(NoSuchFieldException.class, () -> setter("level", int.class));
  }

  @Test
  void a_field_of_a_hidden_class_is_named_with_what_to_do() throws Throwable {
    byte[] bytes;
    try (InputStream in = Pump.class.getResourceAsStream("FinalFieldTest$Pump.class")) {
      bytes = in.readAllBytes();
    }
    Lookup hidden = MethodHandles.lookup().defineHiddenClass(bytes, true);
    MethodType signature = MethodType.methodType(void.class, hidden.lookupClass(), long.class);
    IllegalStateException thrown =
        assertThrows(
            IllegalStateException.class, () -> FinalField.setter(hidden, "level", signature));
    assertTrue(thrown.getMessage().contains("the final field level of"), thrown.getMessage());
    assertTrue(thrown.getMessage().contains("before the suspension"), thrown.getMessage());
  }
}
