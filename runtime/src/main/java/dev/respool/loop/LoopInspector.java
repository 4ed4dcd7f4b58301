package dev.respool.loop;

import dev.respool.abi.RunningStack;
import dev.respool.inspect.InspectableLoop;
import dev.respool.inspect.Inspection;
import dev.respool.inspect.InspectionOptions;
import dev.respool.inspect.LoopPicture;
import dev.respool.inspect.LoopStatus;
import dev.respool.inspect.LoopSteps;
import dev.respool.inspect.QueueLengths;
import dev.respool.inspect.TaskCounts;
import dev.respool.inspect.TaskFilter;
import dev.respool.inspect.ThreadPicture;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;

/**
 * Takes pictures of one loop for whoever asks. A page of a picture is an action that is posted to
 * the loop. The asking thread posts the next one when it has the one before, so the loop's tasks
 * run in between.
 */
final class LoopInspector implements InspectableLoop {
  private static final long SLICE = TimeUnit.MILLISECONDS.toNanos(20);

  private final long number = Inspection.nextNumber();
  private final Reactor reactor;
  private final CallerDriver driver; // null if the loop turns by itself
  private WaitTimes waitTimes; // loop's thread; null until somebody looks
  private final Inspection.Registration registration;

  /** Of a new loop. */
  @SuppressWarnings("this-escape") // it is complete then, but for the registration itself
  LoopInspector(Reactor reactor, CallerDriver driver) {
    this.reactor = reactor;
    this.driver = driver;
    this.registration = Inspection.register(this);
  }

  /** The loop will not be used any more. */
  void end() {
    registration.end();
  }

  @Override
  public long number() {
    return number;
  }

  @Override
  public LoopPicture inspect(InspectionOptions options, TaskFilter filter) {
    TaskPages pages = new TaskPages(reactor, this::waitTimes, options, filter);
    if (reactor.isLoopThread()) {
      return here(pages);
    }
    long deadline = System.nanoTime() + options.timeLimit().toNanos();
    while (!pages.isComplete()) {
      if (!read(pages, deadline)) {
        return pages.hasBegun() ? answered(pages) : unanswered();
      }
    }
    return answered(pages);
  }

  @Override
  public LoopSteps steps() {
    return gate();
  }

  /** Null but of a test loop. */
  private StepGate gate() {
    return reactor.clock() instanceof VirtualClock virtual ? virtual.loop().gate() : null;
  }

  private WaitTimes waitTimes() {
    if (waitTimes == null) {
      waitTimes = new WaitTimes();
    }
    return waitTimes;
  }

  /** All pages at once, for code of the loop itself. */
  private LoopPicture here(TaskPages pages) {
    while (!pages.isComplete()) {
      pages.run();
    }
    return answered(pages);
  }

  /** One page; false if the time is over. */
  private boolean read(TaskPages pages, long deadline) {
    Page page = new Page(pages);
    StepGate gate = gate();
    boolean stands = gate != null && gate.whileItStands(page);
    if (!stands && (driver == null || !driver.whileNobodyDrives(page))) {
      reactor.post(page);
    }
    try {
      for (long left = 1; left > 0; left = deadline - System.nanoTime()) {
        if (page.isRead(Math.min(left, SLICE))) {
          return true;
        }
        if (driver != null) {
          driver.whileNobodyDrives(page); // its run has ended before it came to the page
        }
        if (gate != null) {
          gate.whileItStands(page);
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return page.isReadAtLast();
  }

  private LoopPicture answered(TaskPages pages) {
    TaskPages.Result result = pages.result();
    return new LoopPicture(
        number,
        result.thread(),
        Instant.now(),
        LoopStatus.ANSWERED,
        null,
        0,
        result.turns(),
        result.counts(),
        result.queues(),
        result.tasks(),
        result.complete(),
        result.pages(),
        result.held());
  }

  private LoopPicture unanswered() {
    Thread thread = reactor.thread().runner();
    TaskState task = thread == null ? null : running(thread);
    return new LoopPicture(
        number,
        thread == null ? null : thread.getName(),
        Instant.now(),
        thread == null ? LoopStatus.NOT_RUN : LoopStatus.BUSY,
        thread == null ? null : picture(thread, task),
        task == null ? 0 : task.actor().number(),
        0,
        TaskCounts.NONE,
        QueueLengths.NONE,
        List.of(),
        false,
        0,
        Duration.ZERO);
  }

  /** The task of this loop that a thread seems to run; null if there is none. */
  private TaskState running(Thread thread) {
    return RunningStack.host(thread) instanceof TaskState task && task.reactor() == reactor
        ? task
        : null;
  }

  private static ThreadPicture picture(Thread thread, TaskState task) {
    StackTraceElement[] stack =
        task == null ? thread.getStackTrace() : BlockedStack.of(thread, task);
    return new ThreadPicture(
        thread.getName(),
        thread.getState(),
        Stream.of(stack).map(LoopInspector::withoutLoader).toList());
  }

  /** As the frames of suspended tasks are shown. */
  private static StackTraceElement withoutLoader(StackTraceElement element) {
    return new StackTraceElement(
        null,
        element.getModuleName(),
        null,
        element.getClassName(),
        element.getMethodName(),
        element.getFileName(),
        element.getLineNumber());
  }

  /** A page that the loop reads, or does not if it comes too late. */
  private static final class Page implements Runnable {
    private final TaskPages pages;
    private final AtomicBoolean begun = new AtomicBoolean();
    private final CompletableFuture<Void> end = new CompletableFuture<>();

    Page(TaskPages pages) {
      this.pages = pages;
    }

    @Override
    public void run() {
      if (begun.compareAndSet(false, true)) {
        try {
          pages.run();
          end.complete(null);
        } catch (Throwable t) { // whatever it is, it is not the loop's
          end.completeExceptionally(t);
        }
      }
    }

    /** Waits for its end. */
    boolean isRead(long nanos) throws InterruptedException {
      try {
        end.get(nanos, TimeUnit.NANOSECONDS);
        return true;
      } catch (TimeoutException e) {
        return false;
      } catch (ExecutionException e) {
        throw new IllegalStateException("an event loop cannot be looked into", e.getCause());
      }
    }

    /** If it has not begun, it never will. If it has, it soon ends. */
    boolean isReadAtLast() {
      if (begun.compareAndSet(false, true)) {
        return false;
      }
      end.join();
      return true;
    }
  }
}
