package dev.respool.abi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import org.junit.jupiter.api.Test;

class CellsTest {
  private static Object read(long bits, String descriptor) {
    Shapes.R0P1 frame = SampleFrames.of(Shapes.R0P1.class);
    frame.p0 = bits;
    return Cells.read(frame, "p0", descriptor);
  }

  @Test
  void a_reference_is_read_as_it_is() {
    Shapes.R2P0 frame = SampleFrames.of(Shapes.R2P0.class);
    frame.r1 = "text";
    assertEquals("text", Cells.read(frame, "r1", "Ljava/lang/CharSequence;"));
    assertNull(Cells.read(frame, "r0", "[I"));
  }

  @Test
  void a_primitive_is_boxed_as_its_declared_type() {
    assertEquals(true, read(1, "Z"));
    assertEquals(false, read(0, "Z"));
    assertEquals((byte) -1, read(-1, "B"));
    assertEquals((short) -2, read(-2, "S"));
    assertEquals('x', read('x', "C"));
    assertEquals(-3, read(-3, "I"));
    assertEquals(1L << 40, read(1L << 40, "J"));
    assertEquals(-1.5f, read(Float.floatToRawIntBits(-1.5f), "F"));
    assertEquals(-1.5, read(Double.doubleToRawLongBits(-1.5), "D"));
  }

  @Test
  void two_values_of_32_bits_share_a_cell() {
    Shapes.R0P1 frame = SampleFrames.of(Shapes.R0P1.class);
    frame.p0 = (long) Float.floatToRawIntBits(-1.5f) << 32;
    assertEquals(false, Cells.read(frame, "p0", "Z"));
    assertEquals(0, Cells.read(frame, "p0", "I"));
    assertEquals(-1.5f, Cells.read(frame, "p0h", "F"));
  }

  @Test
  void a_value_of_32_bits_in_the_gap_is_read_as_its_declared_type() {
    Shapes.R2IP1 frame = SampleFrames.of(Shapes.R2IP1.class);
    frame.i0 = Float.floatToRawIntBits(-1.5f);
    assertEquals(-1.5f, Cells.read(frame, "i0", "F"));
    frame.i0 = 'x';
    assertEquals('x', Cells.read(frame, "i0", "C"));
    assertEquals((int) 'x', Cells.read(frame, "i0", "I"));
  }

  @Test
  void a_wide_frame_is_read_by_index() {
    Shapes.Wide frame = SampleFrames.wide(12, 11);
    frame.refs[11] = "last";
    frame.prims[10] = 42;
    assertEquals("last", Cells.read(frame, "r11", "Ljava/lang/String;"));
    assertEquals(42, Cells.read(frame, "p10", "I"));
  }

  @Test
  void what_is_known_to_be_null_has_no_cell() {
    assertNull(Cells.read(SampleFrames.of(Shapes.R0P0.class), "-", "Ljava/lang/Object;"));
  }
}
