package dev.respool;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.respool.handmade.Questions;
import dev.respool.handmade.Untransformed;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** Coroutines that suspend, with bodies that are transformed by hand or not at all. */
class SuspendedCoroutineTest {
  private final List<String> log = new ArrayList<>();
  private final Coroutine<Object, Object> coroutine = Coroutine.create(new Questions(3, log));

  @Test
  void values_go_both_ways() {
    assertEquals(0, coroutine.resume("start:"));
    assertEquals(1, coroutine.resume("a"));
    assertEquals(2, coroutine.resume("b"));
    assertEquals("start:0=a;1=b;2=null;", coroutine.resume());
    assertTrue(coroutine.isDone());
    assertEquals(List.of(), log);
  }

  @Test
  void between_two_resumptions_it_is_suspended_and_nothing_runs() {
    coroutine.resume("");
    assertEquals(Coroutine.Status.SUSPENDED, coroutine.status());
    assertFalse(coroutine.isDone());
    assertEquals(null, Coroutine.running());
  }

  @Test
  void each_resumption_may_come_from_another_thread() throws Exception {
    assertEquals(0, coroutine.resume(""));
    assertEquals(
        1, CompletableFuture.supplyAsync(() -> coroutine.resume("a")).get(5, TimeUnit.SECONDS));
    assertEquals(2, coroutine.resume("b"));
    assertEquals("0=a;1=b;2=c;", coroutine.resume("c"));
  }

  @Test
  void two_coroutines_of_a_body_do_not_know_of_each_other() {
    Coroutine<Object, Object> other = Coroutine.create(new Questions(1, log));
    coroutine.resume("one:");
    other.resume("other:");
    assertEquals(1, coroutine.resume("x"));
    assertEquals("other:0=y;", other.resume("y"));
  }

  @Test
  void the_logical_stack_is_seen_with_its_live_locals() {
    coroutine.resume("start:");
    coroutine.resume("a");
    List<SuspendedFrame> frames = coroutine.frames();
    assertEquals(List.of("ask", "run"), frames.stream().map(SuspendedFrame::methodName).toList());
    SuspendedFrame ask = frames.get(0);
    assertEquals("dev.respool.handmade.Questions", ask.className());
    assertEquals("Questions.java", ask.fileName());
    assertEquals(23, ask.line());
    assertEquals(List.of(new SuspendedFrame.LocalValue("number", "I", 1)), ask.locals());
    assertEquals(
        List.of("text=start:0=a;", "i=1"),
        frames.get(1).locals().stream().skip(1).map(l -> l.name() + "=" + l.value()).toList());
  }

  @Test
  void the_stack_trace_of_a_suspended_coroutine_is_the_logical_one() {
    coroutine.resume("");
    assertEquals(
        "[dev.respool.handmade.Questions.ask(Questions.java:23),"
            + " dev.respool.handmade.Questions.run(Questions.java:14)]",
        Arrays.toString(coroutine.stackTrace()));
  }

  @Test
  void closing_unwinds_the_frames_and_is_silent() {
    coroutine.resume("");
    coroutine.close();
    assertEquals(List.of("unwound"), log);
    assertTrue(coroutine.isDone());
    assertEquals(List.of(), coroutine.frames());
  }

  @Test
  void a_yield_of_a_coroutine_that_is_being_closed_fails_out_of_close() {
    List<String> yielding =
        new ArrayList<>() {
          private static final long serialVersionUID = 1L;

          @Override
          public boolean add(String line) {
            return Coroutine.yield(line);
          }
        };
    Coroutine<Object, Object> stubborn = Coroutine.create(new Questions(3, yielding));
    stubborn.resume("");
    IllegalStateException thrown = assertThrows(IllegalStateException.class, stubborn::close);
    assertEquals("attempt to yield from a coroutine that is being closed", thrown.getMessage());
    assertTrue(stubborn.isDone());
  }

  @Test
  void an_exception_behind_a_resumption_shows_the_suspended_callers_and_not_the_trampoline() {
    coroutine.resume("");
    Object answer =
        new Object() {
          @Override
          public String toString() {
            throw new IllegalArgumentException("no answer");
          }
        };
    IllegalArgumentException thrown =
        assertThrows(IllegalArgumentException.class, () -> coroutine.resume(answer));
    List<String> trace =
        Arrays.stream(thrown.getStackTrace()).skip(1).map(StackTraceElement::toString).toList();
    List<String> ours = trace.stream().filter(line -> line.contains("respool")).toList();
    assertTrue(ours.get(0).startsWith("dev.respool.handmade.Questions.ask("), ours::toString);
    assertEquals("dev.respool.handmade.Questions.run(Questions.java:14)", ours.get(1));
    assertTrue(ours.get(2).startsWith("dev.respool.Coroutine.resume("), ours::toString);
    assertEquals(List.of("unwound"), log);
  }

  @Test
  void an_untransformed_body_that_forwards_under_the_same_name_is_refused_every_time() {
    for (int round = 0; round < 20; round++) {
      Coroutine<Object, Object> forwarder =
          Coroutine.create(Untransformed.forwarding(new Questions(1, log)));
      assertThrows(NotSuspendableException.class, forwarder::resume, "round " + round);
    }
  }

  @Test
  void a_yield_in_a_body_that_was_not_transformed_names_the_frame_the_reason_and_the_remedy() {
    Coroutine<Object, Object> untransformed = Coroutine.create(Untransformed.yielding());
    NotSuspendableException thrown =
        assertThrows(NotSuspendableException.class, untransformed::resume);
    assertTrue(
        thrown
            .getMessage()
            .matches(
                "attempt to yield across"
                    + " dev\\.respool\\.handmade\\.Untransformed\\$\\d+\\.run"
                    + "\\(Untransformed\\.java:\\d+\\), which cannot be captured: the method was"
                    + " not transformed; annotate it with @Suspendable, and run with"
                    + " -javaagent:respool-agent\\.jar or build with respool-maven-plugin"),
        thrown.getMessage());
    assertTrue(untransformed.isDone());
  }

  @Test
  void it_can_be_caught_and_the_coroutine_goes_on() {
    Coroutine<Object, Object> untransformed = Coroutine.create(Untransformed.catching());
    assertInstanceOf(NotSuspendableException.class, untransformed.resume());
    assertTrue(untransformed.isDone());
  }

  @Test
  void an_untransformed_caller_of_a_transformed_method_is_named() {
    Coroutine<Object, Object> mixed = Coroutine.create(Untransformed.callingTransformed());
    NotSuspendableException thrown =
        assertInstanceOf(NotSuspendableException.class, mixed.resume());
    assertTrue(
        thrown
            .getMessage()
            .startsWith("attempt to yield across dev.respool.handmade.Untransformed$"),
        thrown.getMessage());
    assertEquals("ask", thrown.getStackTrace()[0].getMethodName());
    assertEquals("run", thrown.getStackTrace()[1].getMethodName());
  }

  @Test
  void a_refused_yield_leaves_nothing_behind() {
    Coroutine.create(Untransformed.callingTransformed()).resume();
    assertEquals(0, coroutine.resume("start:"));
    assertEquals(1, coroutine.resume("a"));
    assertEquals(2, coroutine.frames().size());
  }

  @Test
  void a_body_that_was_not_transformed_is_not_yieldable() {
    assertEquals(false, Coroutine.create(Untransformed.asking()).resume());
  }

  @Test
  void a_coroutine_resumes_another_one_that_suspends() {
    Coroutine<Object, Object> outer =
        Coroutine.create(first -> List.of(coroutine.resume("s"), coroutine.resume("a")));
    assertEquals(List.of(0, 1), outer.resume());
    assertEquals(Coroutine.Status.SUSPENDED, coroutine.status());
  }
}
