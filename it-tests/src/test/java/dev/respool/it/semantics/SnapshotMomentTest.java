package dev.respool.it.semantics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.respool.Coroutine;
import dev.respool.Generator;
import dev.respool.GeneratorBody;
import dev.respool.Suspendable;
import dev.respool.it.harness.TransformedTests;
import dev.respool.snapshot.Snapshot;
import dev.respool.snapshot.SnapshotException;
import java.io.IOException;
import java.io.ObjectOutputStream;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Whatever code runs while a coroutine is saved, everything in its snapshot is of one moment. */
@ExtendWith(TransformedTests.class)
class SnapshotMomentTest {

  /** Runs code of the program when it is written. */
  private static final class Meddling implements Serializable {
    private static final long serialVersionUID = 1;
    private static Runnable meddle = () -> {};

    private void writeObject(ObjectOutputStream out) throws IOException {
      out.defaultWriteObject();
      meddle.run();
    }
  }

  private interface Source extends GeneratorBody<Integer>, Serializable {}

  @Suspendable
  private static Object counts(Meddling a, List<Integer> done) {
    for (int i = 0; ; i++) {
      done.add(i);
      Coroutine.yield(i + " " + done);
      a.hashCode();
    }
  }

  private static Coroutine<Object, Object> counting() {
    Coroutine<Object, Object> co =
        Coroutine.create(first -> counts(new Meddling(), new ArrayList<>()));
    assertEquals("0 [0]", co.resume());
    return co;
  }

  /** What an attempt is told. */
  private static String refused(Runnable attempt) {
    return assertThrows(IllegalStateException.class, attempt::run).getMessage();
  }

  @Test
  void a_resumption_while_it_is_written_is_an_error() {
    Coroutine<Object, Object> co = counting();
    Meddling.meddle = co::resume;
    String said = assertThrows(SnapshotException.class, () -> Snapshot.of(co)).getMessage();
    assertTrue(said.contains("cannot resume non-suspended coroutine"), said);
    assertEquals("1 [0, 1]", co.resume());
  }

  @Test
  void nobody_can_resume_close_fork_or_save_it_meanwhile() {
    Coroutine<Object, Object> co = counting();
    List<String> said = new ArrayList<>();
    List<Consumer<Coroutine<Object, Object>>> attempts =
        List.of(Coroutine::resume, Coroutine::close, Coroutine::fork, Snapshot::of);
    Meddling.meddle =
        () -> attempts.forEach(attempt -> said.add(refused(() -> attempt.accept(co))));
    assertEquals("1 [0, 1]", Snapshot.of(co).restore().resume());
    assertEquals(
        List.of(
            "cannot resume non-suspended coroutine",
            "cannot close a running coroutine",
            "cannot fork non-suspended coroutine",
            "cannot save non-suspended coroutine"),
        said);
    assertEquals("1 [0, 1]", co.resume());
  }

  @Test
  void nor_can_another_thread() {
    Coroutine<Object, Object> co = counting();
    List<String> said = new ArrayList<>();
    Meddling.meddle =
        () -> {
          Thread other = new Thread(() -> said.add(refused(co::resume)));
          other.start();
          try {
            other.join();
          } catch (InterruptedException e) {
            throw new AssertionError(e);
          }
        };
    assertEquals("1 [0, 1]", Snapshot.of(co).restore().resume());
    assertEquals(List.of("cannot resume non-suspended coroutine"), said);
    assertEquals("1 [0, 1]", co.resume());
  }

  @Test
  void other_coroutines_run_as_always() {
    Coroutine<Object, Object> co = counting();
    List<Object> said = new ArrayList<>();
    Coroutine<Object, Object> other =
        Coroutine.create(first -> Coroutine.yield(Coroutine.running().status() + "" + co.status()));
    Meddling.meddle = () -> said.add(other.resume());
    assertEquals("1 [0, 1]", Snapshot.of(co).restore().resume());
    assertEquals(List.of("RUNNINGRUNNING"), said);
  }

  @Test
  void a_generator_that_it_reads_belongs_to_the_same_moment() {
    Coroutine<Object, Object> co = Coroutine.create(first -> reads(new Meddling()));
    @SuppressWarnings("unchecked")
    Iterator<Integer> run = (Iterator<Integer>) co.resume();
    Meddling.meddle = () -> refused(run::next);
    assertEquals(2, Snapshot.of(co).restore().resume());
    assertEquals(2, co.resume());
  }

  @Suspendable
  private static Object reads(Meddling a) {
    Source source =
        g -> {
          g.yield(1);
          g.yield(2);
          g.yield(3);
        };
    Iterator<Integer> run = Generator.of(source).iterator();
    int one = run.next();
    Coroutine.yield(run);
    a.hashCode();
    return run.next() + one - 1;
  }
}
