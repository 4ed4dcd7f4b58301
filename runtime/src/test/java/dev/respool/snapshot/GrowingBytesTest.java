package dev.respool.snapshot;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class GrowingBytesTest {
  @Test
  void they_are_those_that_a_data_stream_writes() throws IOException {
    GrowingBytes bytes = new GrowingBytes();
    ByteArrayOutputStream expected = new ByteArrayOutputStream();
    DataOutputStream out = new DataOutputStream(expected);
    for (int i = 0; i < 1_000; i++) {
      bytes.writeByte(i);
      bytes.writeShort(-i);
      bytes.writeInt(i * 1_000_003);
      bytes.writeLong(i * -1_000_000_000_003L);
      bytes.writeBoolean(i % 3 == 0);
      bytes.write(new byte[i]);
      out.writeByte(i);
      out.writeShort(-i);
      out.writeInt(i * 1_000_003);
      out.writeLong(i * -1_000_000_000_003L);
      out.writeBoolean(i % 3 == 0);
      out.write(new byte[i]);
    }
    assertEquals(out.size(), bytes.size());
    assertArrayEquals(expected.toByteArray(), bytes.toByteArray());
  }

  @Test
  void a_number_can_be_replaced() {
    GrowingBytes bytes = new GrowingBytes();
    bytes.writeByte(1);
    bytes.writeInt(0);
    bytes.setInt(1, 0x02030405);
    assertArrayEquals(new byte[] {1, 2, 3, 4, 5}, bytes.toByteArray());
  }
}
