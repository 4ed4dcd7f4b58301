package dev.respool.abi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.List;
import org.junit.jupiter.api.Test;

class DescriptionTest {
  private static Description parse(String text) {
    return Description.parse(DescriptionTest.class, text);
  }

  @Test
  void the_first_line_is_the_method() {
    Description description = parse("drain\t(I)V\tPump.java\n41\tyield");
    assertEquals("drain", description.method());
    assertEquals("(I)V", description.descriptor());
    assertEquals("Pump.java", description.sourceFile());
    assertEquals(DescriptionTest.class, description.owner());
  }

  @Test
  void each_further_line_is_a_point_with_its_live_locals() {
    Description description =
        parse("m\t()V\tT.java\n41\tyield\n43\task\tr0\tthis\tLT;\tp1\tcount\tJ\t-\tnothing\tLA;");
    assertEquals(2, description.points().size());
    assertEquals(new Description.Point(41, "yield", List.of()), description.points().get(0));
    assertEquals(
        new Description.Point(
            43,
            "ask",
            List.of(
                new Description.Local("r0", "this", "LT;"),
                new Description.Local("p1", "count", "J"),
                new Description.Local("-", "nothing", "LA;"))),
        description.points().get(1));
  }

  @Test
  void a_missing_source_file_and_a_missing_line_stay_missing() {
    Description description = parse("m\t()V\t\n-1\tyield");
    assertNull(description.sourceFile());
    StackTraceElement element = description.element(0);
    assertNull(element.getFileName());
    assertEquals(-1, element.getLineNumber());
  }

  @Test
  void a_point_is_shown_as_the_line_of_the_source_method() {
    StackTraceElement element = parse("m\t()V\tT.java\n41\tyield\n43\tyield").element(1);
    assertEquals("dev.respool.abi.DescriptionTest", element.getClassName());
    assertEquals("m", element.getMethodName());
    assertEquals("T.java", element.getFileName());
    assertEquals(43, element.getLineNumber());
  }
}
