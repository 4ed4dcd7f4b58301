package dev.respool.inspect;

import java.util.List;

/**
 * Pictures as JSON, for programs. Members are named as the components of the records. Numbers are
 * integers, durations are in milliseconds ({@code waitedAtLeastMillis}), times are text in the form
 * of ISO 8601, and what is null in a record is null here.
 */
public final class JsonDump {
  /** Goes up if a member changes its meaning or is taken away. */
  static final int FORMAT = 1;

  private final JsonWriter json = new JsonWriter();

  private JsonDump() {}

  /**
   * Writes a dump.
   *
   * @param dump what to write
   * @return one JSON object on one line
   */
  public static String of(Dump dump) {
    JsonDump written = new JsonDump();
    written.write(dump);
    return written.json.toString();
  }

  private void write(Dump dump) {
    json.object(
        () -> {
          json.name("format").value(FORMAT);
          json.name("pid").value(dump.pid());
          json.name("time").value(dump.time().toString());
          json.name("loops").array(dump.loops(), this::write);
          json.name("tracksCoroutines").value(dump.tracksCoroutines());
          json.name("coroutines").array(dump.coroutines(), this::write);
        });
  }

  private void write(LoopPicture loop) {
    json.object(
        () -> {
          json.name("number").value(loop.number());
          json.name("threadName").value(loop.threadName());
          json.name("status").value(loop.status().name());
          json.name("running").value(loop.running());
          json.name("turns").value(loop.turns());
          json.name("complete").value(loop.complete());
          json.name("pages").value(loop.pages());
          write(loop.counts());
          write(loop.queues());
          write(loop.thread());
          json.name("tasks").array(loop.tasks(), this::write);
          json.name("cycles").array(loop.waitGraph().cycles(), this::ids);
        });
  }

  private void ids(List<Long> ids) {
    json.array(ids, json::value);
  }

  private void write(TaskCounts counts) {
    json.name("counts");
    json.object(
        () -> {
          for (TaskStatus status : TaskStatus.values()) {
            json.name(TextDump.word(status)).value(counts.of(status));
          }
          json.name("waitingFor");
          json.object(
              () -> counts.waitingFor().forEach((kind, n) -> json.name(kind.name()).value(n)));
        });
  }

  private void write(QueueLengths queues) {
    json.name("queues");
    json.object(
        () -> {
          json.name("runnable").value(queues.runnable());
          json.name("posted").value(queues.posted());
          json.name("timers").value(queues.timers());
          json.name("channels").value(queues.channels());
          json.name("operations").value(queues.operations());
        });
  }

  private void write(ThreadPicture thread) {
    json.name("thread");
    if (thread == null) {
      json.value(null);
      return;
    }
    json.object(
        () -> {
          json.name("name").value(thread.name());
          json.name("state").value(thread.state().name());
          json.name("stack").array(thread.stack(), element -> json.value(element.toString()));
        });
  }

  private void write(TaskPicture task) {
    json.object(
        () -> {
          json.name("id").value(task.id());
          json.name("parent").value(task.parent());
          json.name("name").value(task.name());
          json.name("status").value(task.status().name());
          json.name("cancelled").value(task.cancelled());
          json.name("body").value(task.body());
          json.name("waitKind").value(task.waitKind() == null ? null : task.waitKind().name());
          json.name("waitsFor").value(task.waitsFor());
          json.name("waitedAtLeastMillis").value(task.waitedAtLeast().toMillis());
          json.name("awaits").array(task.awaits(), json::value);
          write(task.stack());
        });
  }

  private void write(CoroutinePicture coroutine) {
    json.object(
        () -> {
          json.name("number").value(coroutine.number());
          json.name("kind").value(coroutine.kind());
          json.name("status").value(coroutine.status().name());
          json.name("createdAt").value(coroutine.createdAt().toString());
          write(coroutine.stack());
        });
  }

  private void write(StackPicture stack) {
    json.name("frames").array(stack.frames(), this::write);
    json.name("allFrames").value(stack.complete());
  }

  private void write(FramePicture frame) {
    json.object(
        () -> {
          json.name("class").value(frame.element().getClassName());
          json.name("method").value(frame.element().getMethodName());
          json.name("file").value(frame.element().getFileName());
          json.name("line").value(frame.element().getLineNumber());
          json.name("locals").array(frame.locals(), this::write);
        });
  }

  private void write(LocalPicture local) {
    json.object(
        () -> {
          json.name("name").value(local.name());
          json.name("type").value(local.type());
          json.name("value").value(local.value());
        });
  }
}
