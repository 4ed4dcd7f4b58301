package dev.respool.abi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.List;
import org.junit.jupiter.api.Test;

class DescriptionTest {
  private static final String CALLED = "T.yield()V";
  private static final Description.Called YIELD = new Description.Called("T", "yield", "()V");

  private static Description parse(String text) {
    return Description.parse(DescriptionTest.class, text);
  }

  @Test
  void the_first_line_is_the_method() {
    Description description = parse("drain\t(I)V\tPump.java\n41\t" + CALLED);
    assertEquals("drain", description.method());
    assertEquals("(I)V", description.descriptor());
    assertEquals("Pump.java", description.sourceFile());
    assertEquals(DescriptionTest.class, description.owner());
  }

  @Test
  void each_further_line_is_a_point_with_its_live_values() {
    Description description =
        parse(
            "m\t()V\tT.java\n41\t"
                + CALLED
                + "\n43\t.ask(J)I\tr0\tthis\tLT;\tp1\t.0\tJ\t-\tnothing\tLA;\n44\t0\t0\t1");
    Description.Local self = new Description.Local("r0", "this", "LT;");
    Description.Local operand = new Description.Local("p1", ".0", "J");
    Description.Local nothing = new Description.Local("-", "nothing", "LA;");
    Description.Called ask =
        new Description.Called("dev/respool/abi/DescriptionTest", "ask", "(J)I");
    assertEquals(
        List.of(
            new Description.Point(41, YIELD, 0, List.of(), List.of()),
            new Description.Point(43, ask, 0, List.of(self, nothing), List.of(operand)),
            new Description.Point(44, YIELD, 1, List.of(self), List.of(operand))),
        description.points());
  }

  @Test
  void a_local_without_a_name_is_shown_by_its_slot_and_no_name_of_a_source_looks_like_it() {
    Description description =
        parse("m\t()V\tT.java\n41\t" + CALLED + "\tr0\t;3\tLA;\tr1\tslot3\tLA;\tr2\ti$\tLA;");
    List<Description.Local> locals = description.points().get(0).locals();
    assertEquals(
        List.of("slot3", "slot3", "i$"),
        locals.stream().map(Description.Local::shownName).toList());
    assertEquals(
        List.of(true, false, true), locals.stream().map(Description.Local::isHidden).toList());
  }

  @Test
  void a_missing_source_file_and_a_missing_line_stay_missing() {
    Description description = parse("m\t()V\t\n-1\t" + CALLED);
    assertNull(description.sourceFile());
    StackTraceElement element = description.element(0);
    assertNull(element.getFileName());
    assertEquals(-1, element.getLineNumber());
  }

  @Test
  void a_point_is_shown_as_the_line_of_the_source_method() {
    StackTraceElement element = parse("m\t()V\tT.java\n41\t" + CALLED + "\n43\t0").element(1);
    assertEquals("dev.respool.abi.DescriptionTest", element.getClassName());
    assertEquals("m", element.getMethodName());
    assertEquals("T.java", element.getFileName());
    assertEquals(43, element.getLineNumber());
  }
}
