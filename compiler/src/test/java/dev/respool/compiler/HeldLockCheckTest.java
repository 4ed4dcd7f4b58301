package dev.respool.compiler;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.respool.Coroutine;
import dev.respool.Suspendable;
import dev.respool.compiler.fixture.ClassWorld;
import dev.respool.compiler.suspendable.Patterns;
import java.util.List;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.concurrent.locks.StampedLock;
import org.junit.jupiter.api.Test;

class HeldLockCheckTest {

  @Suspendable
  private static final class Holding {
    private final Lock lock = new ReentrantLock();
    private final ReentrantReadWriteLock both = new ReentrantReadWriteLock();

    void inTry() {
      lock.lock();
      try {
        Coroutine.yield();
        Coroutine.yield();
      } finally {
        lock.unlock();
      }
    }

    void reading() throws InterruptedException {
      both.readLock().lockInterruptibly();
      Coroutine.yield();
      both.readLock().unlock();
    }
  }

  @Suspendable
  private static final class Free {
    private final ReentrantLock lock = new ReentrantLock();
    private final StampedLock stamped = new StampedLock();

    void unlockedBefore() {
      lock.lock();
      try {
        lock.getHoldCount();
      } finally {
        lock.unlock();
      }
      Coroutine.yield();
    }

    void perhaps(boolean locked) {
      if (locked) {
        lock.lock();
      }
      Coroutine.yield();
      if (locked) {
        lock.unlock();
      }
    }

    void inLoop() {
      for (int i = 0; i < 3; i++) {
        Coroutine.yield();
        lock.lock();
        lock.unlock();
      }
    }

    void ofNoThread() {
      long stamp = stamped.writeLock();
      Coroutine.yield();
      stamped.unlockWrite(stamp);
    }
  }

  private static Compilation compile(Class<?> type) {
    return new Compiler(new ClassWorld(), Patterns.none()).compile(ClassWorld.bytesOf(type));
  }

  @Test
  void a_method_that_yields_with_a_lock_is_transformed_and_warned_of_once() {
    Compilation compilation = compile(Holding.class);
    assertEquals(2, compilation.plans().size());
    List<String> messages = compilation.warnings().stream().map(Problem::message).toList();
    assertEquals(2, messages.size(), messages.toString());
    assertTrue(
        messages
            .get(0)
            .matches(".*HeldLockCheckTest\\$Holding\\.inTry\\(HeldLockCheckTest.java:\\d+\\).*"),
        messages.get(0));
    assertTrue(messages.get(0).contains("while it holds a lock of java.util.concurrent"));
    assertTrue(messages.get(1).contains("Holding.reading("), messages.get(1));
  }

  @Test
  void a_lock_that_may_be_free_or_belongs_to_no_thread_is_no_reason_to_warn() {
    Compilation compilation = compile(Free.class);
    assertEquals(4, compilation.plans().size());
    assertEquals(List.of(), compilation.warnings());
  }
}
