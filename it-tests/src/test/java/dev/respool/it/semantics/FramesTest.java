package dev.respool.it.semantics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.respool.Coroutine;
import dev.respool.Suspendable;
import dev.respool.SuspendedFrame;
import dev.respool.it.harness.TransformedTests;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What can be seen of a suspended coroutine. */
@ExtendWith(TransformedTests.class)
class FramesTest {
  private static final List<Integer> LINES = new ArrayList<>();

  @Test
  void frames_are_listed_innermost_first_with_class_file_and_line() {
    LINES.clear();
    Coroutine<Object, Object> co = Coroutine.create(first -> outer("arg", 5L));
    co.resume();
    List<SuspendedFrame> frames = co.frames();
    assertEquals(List.of("inner", "outer"), List.of(name(frames, 0), name(frames, 1)));
    assertEquals(3, frames.size());
    assertTrue(name(frames, 2).startsWith("lambda$"), name(frames, 2));
    assertEquals("FramesTest.java", frames.get(0).fileName());
    assertEquals(FramesTest.class.getName(), frames.get(1).className());
    assertEquals(LINES, List.of(frames.get(1).line(), frames.get(0).line()));
  }

  @Test
  void each_live_local_has_its_name_type_and_value() {
    Coroutine<Object, Object> co = Coroutine.create(first -> outer("arg", 5L));
    co.resume();
    List<SuspendedFrame> frames = co.frames();
    assertEquals(
        Map.of("i", "I=7", "d", "D=2.5", "c", "C=x", "z", "Z=true", "array", "[I"),
        locals(frames.get(0)));
    assertEquals(
        Map.of("text", "Ljava/lang/String;=arg", "wide", "J=5", "list", "Ljava/util/List;=[1]"),
        locals(frames.get(1)));
  }

  @Suspendable
  private static Object outer(String text, long wide) {
    List<Integer> list = List.of(1);
    int dead = list.size();
    long computed = wide + dead;
    Object got = inner(marked((int) computed + 1));
    return text + wide + list + got;
  }

  @Suspendable
  private static Object inner(int dead) {
    int i = dead;
    double d = 2.5;
    char c = 'x';
    boolean z = i > 6;
    int[] array = {i};
    i = 7;
    Coroutine.yield(marked("here"));
    return i + d + c + (z ? array[0] : 0);
  }

  /** Notes the line of its call. */
  private static <T> T marked(T value) {
    LINES.add(
        StackWalker.getInstance()
            .walk(frames -> frames.skip(1).findFirst().orElseThrow().getLineNumber()));
    return value;
  }

  private static String name(List<SuspendedFrame> frames, int index) {
    return frames.get(index).methodName();
  }

  private static Map<String, String> locals(SuspendedFrame frame) {
    Map<String, String> locals = new LinkedHashMap<>();
    frame
        .locals()
        .forEach(
            local -> {
              boolean array = local.type().startsWith("[");
              locals.put(local.name(), local.type() + (array ? "" : "=" + local.value()));
            });
    return locals;
  }

  @Test
  void the_frames_follow_the_coroutine_as_it_goes_on() {
    Coroutine<Object, Object> co =
        Coroutine.create(
            first -> {
              int sum = 0;
              for (int i = 1; i < 4; i++) {
                Coroutine.yield();
                sum += i;
              }
              return sum;
            });
    List<Object> seen = new ArrayList<>();
    for (co.resume(); !co.isDone(); co.resume()) {
      seen.add(locals(co.frames().get(0)));
    }
    assertEquals(
        List.of(
            Map.of("sum", "I=0", "i", "I=1"),
            Map.of("sum", "I=1", "i", "I=2"),
            Map.of("sum", "I=3", "i", "I=3")),
        seen);
  }

  @Test
  void the_stack_trace_has_the_same_frames() {
    Coroutine<Object, Object> co = Coroutine.create(first -> outer("arg", 5L));
    co.resume();
    List<String> fromFrames =
        co.frames().stream().map(frame -> frame.methodName() + ":" + frame.line()).toList();
    List<String> fromTrace = new ArrayList<>();
    for (StackTraceElement element : co.stackTrace()) {
      fromTrace.add(element.getMethodName() + ":" + element.getLineNumber());
    }
    assertEquals(fromFrames, fromTrace);
  }

  @Test
  void an_unstarted_and_a_dead_coroutine_have_no_frames() {
    Coroutine<Object, Object> co = Coroutine.create(first -> first);
    assertEquals(List.of(), co.frames());
    co.resume();
    assertEquals(List.of(), co.frames());
    assertEquals(0, co.stackTrace().length);
  }

  @Test
  void a_running_coroutine_cannot_be_looked_into() {
    List<Coroutine<Object, Object>> self = new ArrayList<>();
    self.add(
        Coroutine.create(
            () -> {
              assertThrows(IllegalStateException.class, self.get(0)::frames);
              assertThrows(IllegalStateException.class, self.get(0)::stackTrace);
            }));
    self.get(0).resume();
    assertTrue(self.get(0).isDone());
  }
}
